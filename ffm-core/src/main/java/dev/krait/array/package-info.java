/** Arrays of numbers in native memory, which Java and Python (NumPy) use without copying. */
@NullMarked
package dev.krait.array;

import org.jspecify.annotations.NullMarked;

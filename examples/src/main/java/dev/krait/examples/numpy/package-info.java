/** NumPy from Java: arrays in and out, results of any rank, a matrix type of one's own. */
@NullMarked
package dev.krait.examples.numpy;

import org.jspecify.annotations.NullMarked;

/** What Krait costs, beside the same work done by bare downcalls in the same run. */
@NullMarked
package dev.krait.bench;

import org.jspecify.annotations.NullMarked;

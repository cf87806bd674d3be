/** Other Pythons for Java on our rows. */
@NullMarked
package dev.krait.bench.peers;

import org.jspecify.annotations.NullMarked;

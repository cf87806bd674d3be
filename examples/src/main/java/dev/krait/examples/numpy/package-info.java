/** NumPy from Java: arrays in and out, results of any rank, a matrix type of one's own. Written as users write. */
package dev.krait.examples.numpy;

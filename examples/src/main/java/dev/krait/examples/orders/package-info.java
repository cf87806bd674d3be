/** A Java program that lets Python compute a report over its own objects. */
@NullMarked
package dev.krait.examples.orders;

import org.jspecify.annotations.NullMarked;

/** An application that is scripted in Python: collections, tasks and exceptions both ways. */
@NullMarked
package dev.krait.examples.stock;

import org.jspecify.annotations.NullMarked;

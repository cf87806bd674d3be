/** The command as a user meets it: each case a process of its own. */
@NullMarked
package dev.krait.cli;

import org.jspecify.annotations.NullMarked;

/** Which value becomes which: the rule tables and their engine. */
@NullMarked
package dev.krait.convert;

import org.jspecify.annotations.NullMarked;

/** Which Python: candidates, probe, library path, and the report of what was tried. */
@NullMarked
package dev.krait.discover;

import org.jspecify.annotations.NullMarked;

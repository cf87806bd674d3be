package dev.krait.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the Java blocks of the page about Python from Java. */
class PagesTest {
    @Test
    void pythonFromJavaDoesWhatItsCommentsSay() throws IOException {
        int promises = JavaBlocks.run(Path.of("..", "docs", "python-from-java.md"));
        assertFalse(promises < 15, () -> "the page promises too little to be checked");
    }
}

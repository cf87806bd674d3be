package dev.krait.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the Java blocks of README.md. */
class ReadmeTest {
    @Test
    void everyJavaBlockDoesWhatItsCommentsSay() throws IOException {
        int promises = JavaBlocks.run(Path.of("..", "README.md"));
        assertFalse(promises < 5, () -> "README.md promises too little to be checked");
    }
}

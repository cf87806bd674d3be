package dev.krait.discover;

import java.nio.file.Path;
import java.util.List;

/** What differs between operating systems in where Pythons and their libraries live. */
interface Platform {
    /** Command names for "some Python 3", the likeliest first. */
    List<String> commands();

    /** File names a command may have in a folder of PATH. */
    List<String> fileNames(String command);

    /** Where a venv or prefix folder keeps its interpreter. */
    List<String> insidePrefix();

    /** Interpreters that exist in the usual places outside PATH. */
    List<Path> wellKnown();

    /** True for a file that asks the user to install something instead of being a Python. */
    boolean isInert(Path executable);

    /** Names libpython may have, the likeliest first. */
    List<String> libraryNames(Answer answer);

    /** Folders libpython may be in, the likeliest first. */
    List<Path> libraryFolders(Answer answer);

    /** How to get a libpython for a Python that has none. */
    String libraryRemedy(Answer answer);

    /** Where this user's caches go. */
    Path cacheFolder();
}

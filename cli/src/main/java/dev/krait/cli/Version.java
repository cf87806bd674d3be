package dev.krait.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Krait's version, as the build wrote it down. */
final class Version implements IVersionProvider {
    /** {@code 0.1.0}, for instance. */
    static String text() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(in, "version.properties"));
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[]{"krait " + text()};
    }
}

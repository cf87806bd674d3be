package dev.krait.discover;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which processors a shared library is for, read from the first bytes of ELF, Mach-O and PE files. */
final class Machine {
    private static final int HEADER = 4096;

    private Machine() {}

    /**
     * Processors in the words of {@code os.arch}; several for a universal library, none for a file that is no
     * library at all.
     */
    static List<String> of(Path library) throws IOException {
        try (InputStream in = Files.newInputStream(library)) {
            return read(ByteBuffer.wrap(in.readNBytes(HEADER)));
        }
    }

    /** One spelling for each processor, whatever the JVM calls it. */
    static String normal(String arch) {
        return switch (arch) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64", "arm64" -> "aarch64";
            case "i386", "i486", "i586", "i686" -> "x86";
            default -> arch;
        };
    }

    /** Pointer size of a JVM for that processor. */
    static int bits(String arch) {
        String normal = normal(arch);
        return normal.equals("x86") || normal.startsWith("arm") || normal.equals("ppc") ? 32 : 64;
    }

    private static List<String> read(ByteBuffer bytes) {
        if (bytes.limit() < 64) {
            return List.of();
        }
        return switch (bytes.getInt(0)) {
            case 0x7F454C46 -> List.of(elf(bytes));
            case 0xCFFAEDFE, 0xCEFAEDFE ->
                List.of(mach(bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(4)));
            case 0xCAFEBABE -> universal(bytes);
            default -> bytes.getShort(0) == 0x4D5A
                    ? windows(bytes.order(ByteOrder.LITTLE_ENDIAN))
                    : List.of();
        };
    }

    private static String elf(ByteBuffer bytes) {
        boolean little = bytes.get(5) == 1;
        int machine = bytes.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .getShort(18);
        return switch (machine) {
            case 3 -> "x86";
            case 20 -> "ppc";
            case 21 -> little ? "ppc64le" : "ppc64";
            case 22 -> "s390x";
            case 40 -> "arm";
            case 62 -> "amd64";
            case 183 -> "aarch64";
            case 243 -> "riscv64";
            case 258 -> "loongarch64";
            default -> "ELF machine " + machine;
        };
    }

    private static String mach(int type) {
        return switch (type) {
            case 0x01000007 -> "amd64";
            case 0x0100000C -> "aarch64";
            case 7 -> "x86";
            default -> "Mach-O processor " + type;
        };
    }

    private static List<String> universal(ByteBuffer bytes) {
        List<String> found = new ArrayList<>();
        int count = Math.min(bytes.getInt(4), (bytes.limit() - 8) / 20);
        for (int i = 0; i < count; i++) {
            found.add(mach(bytes.getInt(8 + i * 20)));
        }
        return found;
    }

    private static List<String> windows(ByteBuffer bytes) {
        int at = bytes.getInt(0x3C);
        if (at < 0 || at > bytes.limit() - 6 || bytes.getInt(at) != 0x4550) {
            return List.of();
        }
        int machine = bytes.getShort(at + 4) & 0xFFFF;
        return List.of(switch (machine) {
            case 0x14C -> "x86";
            case 0x8664 -> "amd64";
            case 0xAA64 -> "aarch64";
            default -> "PE machine " + machine;
        });
    }
}

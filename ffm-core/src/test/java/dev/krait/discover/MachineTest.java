package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path folder;

    @Test
    void elfHeadersOfBothByteOrdersAreRead() throws IOException {
        assertEquals(List.of("amd64"), of(elf(62, true)));
        assertEquals(List.of("aarch64"), of(elf(183, true)));
        assertEquals(List.of("x86"), of(elf(3, true)));
        assertEquals(List.of("arm"), of(elf(40, true)));
        assertEquals(List.of("ppc64le"), of(elf(21, true)));
        assertEquals(List.of("ppc64"), of(elf(21, false)));
        assertEquals(List.of("s390x"), of(elf(22, false)));
        assertEquals(List.of("riscv64"), of(elf(243, true)));
        assertEquals(List.of("ELF machine 999"), of(elf(999, true)));
    }

    @Test
    void machOHeadersAreRead() throws IOException {
        assertEquals(List.of("aarch64"), of(bytes(0xCFFAEDFE, 0x0C000001)));
        assertEquals(List.of("amd64"), of(bytes(0xCFFAEDFE, 0x07000001)));
    }

    @Test
    void otherFilesHaveNoProcessor() throws IOException {
        assertEquals(List.of(),
                of(ByteBuffer.wrap("INPUT(-lpython3.12)".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of(), of(ByteBuffer.allocate(0)));
        assertEquals(List.of(), of(ByteBuffer.allocate(4096)));
        assertEquals(List.of(), of(bytes(0x4D5A0000, 0)));
        assertEquals(List.of(), of(bytes(0x4D5A0000, 0).putInt(0x3C, -1)));
    }

    @Test
    void namesOfJvmsAreMadeOne() {
        assertEquals("amd64", Machine.normal("x86_64"));
        assertEquals("aarch64", Machine.normal("arm64"));
        assertEquals("x86", Machine.normal("i386"));
        assertEquals("s390x", Machine.normal("s390x"));
        assertEquals(64, Machine.bits("amd64"));
        assertEquals(64, Machine.bits("aarch64"));
        assertEquals(64, Machine.bits("arm64"));
        assertEquals(32, Machine.bits("arm"));
        assertEquals(32, Machine.bits("i386"));
    }

    private static ByteBuffer elf(int machine, boolean little) {
        ByteBuffer header = bytes(0x7F454C46, 0);
        header.put(5, (byte) (little ? 1 : 2));
        return header.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).putShort(18,
                (short) machine);
    }

    private static ByteBuffer bytes(int first, int second) {
        return ByteBuffer.allocate(128).putInt(0, first).putInt(4, second);
    }

    private List<String> of(ByteBuffer header) throws IOException {
        byte[] content = new byte[header.limit()];
        header.get(0, content);
        return Machine.of(Files.write(folder.resolve("library"), content));
    }
}

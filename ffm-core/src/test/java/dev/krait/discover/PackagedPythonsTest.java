package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedPythonsTest {
    private static final String DESCRIPTOR = "META-INF/services/" + PackagedPython.class.getName();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void contextLoaderIsAskedAsWellAsOurOwn() throws IOException {
        Sandbox.write(folder.resolve(DESCRIPTOR), "elsewhere.Pretended");
        writeProvider(folder.resolve("elsewhere/Pretended.class"));
        try (URLClassLoader loader = loader()) {
            PackagedPython.class.getModule().addExports("dev.krait.discover",
                    loader.getUnnamedModule());
            Thread.currentThread().setContextClassLoader(loader);
            List<String> found = PackagedPythons.visible().stream().map(PackagedPython::name)
                    .toList();
            assertEquals(List.of("pretended"), found);
        }
    }

    /** A provider that our own loader does not know. */
    private static void writeProvider(Path file) throws IOException {
        ClassDesc superclass = ConstantDescs.CD_Object;
        byte[] provider = ClassFile.of()
                .build(ClassDesc.of("elsewhere.Pretended"),
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withInterfaceSymbols(ClassDesc.of(PackagedPython.class.getName()))
                                .withMethodBody("<init>", ConstantDescs.MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .invokespecial(superclass, "<init>",
                                                        ConstantDescs.MTD_void)
                                                .return_())
                                .withMethodBody("name", MethodTypeDesc.of(ConstantDescs.CD_String),
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.loadConstant("pretended").areturn()));
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, provider);
    }

    @Test
    void brokenProviderDoesNotHideAGoodOne() throws IOException {
        Sandbox.write(folder.resolve(DESCRIPTOR), "elsewhere.Pretended\nno.such.Provider");
        writeProvider(folder.resolve("elsewhere/Pretended.class"));
        try (URLClassLoader loader = loader()) {
            PackagedPython.class.getModule().addExports("dev.krait.discover",
                    loader.getUnnamedModule());
            Thread.currentThread().setContextClassLoader(loader);
            assertEquals(1, PackagedPythons.visible().size());
        }
    }

    @Test
    void missingContextLoaderIsTolerated() {
        Thread.currentThread().setContextClassLoader(null);
        assertEquals(List.of(), PackagedPythons.visible());
    }

    @Test
    void brokenDescriptorIsAConfigurationError() throws IOException {
        Sandbox.write(folder.resolve(DESCRIPTOR), "no.such.Provider");
        try (URLClassLoader loader = loader()) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThrows(ServiceConfigurationError.class, PackagedPythons::visible);
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[]{folder.toUri().toURL()},
                PackagedPython.class.getClassLoader());
    }
}

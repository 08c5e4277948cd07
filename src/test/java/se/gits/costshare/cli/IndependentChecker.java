package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import se.gits.costshare.pack.PackageTexts;

/** {@code Kontroll.java} as a package has it, compiled with nothing but the JDK beside it. */
final class IndependentChecker {

    private final Method findings;

    /**
     * @param folder an empty one to compile in
     */
    IndependentChecker(Path folder) throws IOException, ReflectiveOperationException {
        Path source = folder.resolve(PackageTexts.CHECKER);
        try (InputStream resource = PackageTexts.class.getResourceAsStream(PackageTexts.CHECKER)) {
            Files.copy(resource, source);
        }
        int compiled =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-encoding",
                                "UTF-8",
                                "--release",
                                "17",
                                "-cp",
                                folder.toString(),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertThat(compiled).isZero();
        // Without the program in reach: it must not need it.
        URLClassLoader alone =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        findings = alone.loadClass("Kontroll").getDeclaredMethod("findings", Path.class);
        findings.setAccessible(true);
    }

    /** What it finds wrong with a package. */
    @SuppressWarnings("unchecked")
    List<String> findings(Path zip) {
        try {
            return (List<String>) findings.invoke(null, zip);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

package se.gits.costshare.disk;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Map;
import java.util.Set;

/** Puts the JDK's classes for files in place that ask {@link Disk} before they touch one. */
public final class DiskAgent {

    private DiskAgent() {}

    /**
     * Called by the JVM before the program's main.
     *
     * @param names of the classes, with commas between; they lie beside this one
     */
    public static void premain(String names, Instrumentation jvm)
            throws ClassNotFoundException, UnmodifiableClassException, IOException {
        Disk.begin();
        jvm.redefineModule(
                Object.class.getModule(),
                Set.of(Disk.class.getModule()),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
        for (String name : names.split(",")) {
            try (InputStream bytes = DiskAgent.class.getResourceAsStream(name)) {
                jvm.redefineClasses(new ClassDefinition(Class.forName(name), bytes.readAllBytes()));
            }
        }
    }
}

package se.gits.costshare.disk;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** The JDK's classes for files, changed so that they ask {@link Disk} before they touch one. */
final class AskingClasses {

    private static final String OPEN_FILES = "sun.nio.ch.FileChannelImpl";
    private static final String FILE_SYSTEM = "sun.nio.fs.UnixFileSystemProvider";

    private static final ElementMatcher<MethodDescription> OF_BYTES =
            takesArgument(0, ByteBuffer.class);

    private static final ElementMatcher<MethodDescription> OF_PATH = takesArgument(0, Path.class);

    private static final Map<String, List<Question>> QUESTIONS =
            Map.of(
                    OPEN_FILES,
                    List.of(
                            new Question("write", OF_BYTES, Writing.class),
                            new Question("read", OF_BYTES, Reading.class),
                            new Question("truncate", takesArguments(1), Truncating.class),
                            new Question("force", takesArguments(1), Forcing.class)),
                    FILE_SYSTEM,
                    List.of(
                            new Question("newFileChannel", takesArguments(3), Opening.class),
                            new Question("newByteChannel", takesArguments(3), Opening.class),
                            new Question("newDirectoryStream", OF_PATH, Looking.class),
                            new Question("readAttributes", OF_PATH, Looking.class),
                            new Question("checkAccess", OF_PATH, Looking.class),
                            new Question("createDirectory", takesArguments(2), Making.class),
                            new Question("implDelete", takesArguments(2), Deleting.class),
                            new Question("move", takesArguments(3), Moving.class),
                            new Question("copy", takesArguments(3), Copying.class)));

    private AskingClasses() {}

    private record Question(
            String method, ElementMatcher<? super MethodDescription> which, Class<?> asked) {}

    /**
     * The changed classes, by their names. They are made once here and not in each process, where
     * that would take longer than all that is tried.
     *
     * @throws IOException if the JDK does not show its own
     */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> changed = new TreeMap<>();
        for (String name : QUESTIONS.keySet()) {
            changed.put(name, asking(name));
        }
        return changed;
    }

    private static byte[] asking(String name) throws IOException {
        TypePool.Resolution original =
                TypePool.Default.of(ClassFileLocator.ForClassLoader.ofBootLoader()).describe(name);
        DynamicType.Builder<?> asking =
                new ByteBuddy()
                        .redefine(
                                original.resolve(), ClassFileLocator.ForClassLoader.ofBootLoader());
        for (Question question : QUESTIONS.get(name)) {
            asking =
                    asking.visit(
                            Advice.to(question.asked())
                                    .on(named(question.method()).and(question.which())));
        }
        return asking.make().getBytes();
    }

    /** What follows is written into the JDK's methods, where they begin and where they end. */
    static final class Writing {

        private Writing() {}

        @Advice.OnMethodEnter
        static Object before(
                @Advice.FieldValue("path") String path, @Advice.Argument(0) ByteBuffer bytes)
                throws IOException {
            return Disk.writes(path, bytes);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void after(@Advice.Enter Object torn, @Advice.Argument(0) ByteBuffer bytes)
                throws IOException {
            if (torn != null) {
                Disk.tears(torn, bytes);
            }
        }
    }

    static final class Reading {

        private Reading() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path) throws IOException {
            Disk.reads(path);
        }
    }

    static final class Truncating {

        private Truncating() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path) throws IOException {
            Disk.rearranges("truncate", path);
        }
    }

    static final class Forcing {

        private Forcing() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path) throws IOException {
            Disk.rearranges("force", path);
        }
    }

    static final class Opening {

        private Opening() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path, @Advice.Argument(1) Set<?> options)
                throws IOException {
            if (options.contains(StandardOpenOption.WRITE)) {
                Disk.adds("open", path);
            } else {
                Disk.reads(path);
            }
        }
    }

    static final class Looking {

        private Looking() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path) throws IOException {
            Disk.looks(path);
        }
    }

    static final class Making {

        private Making() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path) throws IOException {
            Disk.makes(path);
        }
    }

    static final class Deleting {

        private Deleting() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path) throws IOException {
            Disk.rearranges("delete", path);
        }
    }

    static final class Moving {

        private Moving() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path) throws IOException {
            Disk.rearranges("move", path);
        }
    }

    static final class Copying {

        private Copying() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(1) Path path) throws IOException {
            Disk.adds("copy", path);
        }
    }
}

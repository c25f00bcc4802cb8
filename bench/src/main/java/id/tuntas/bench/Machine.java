package id.tuntas.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Where it was measured. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double GIGABYTE = 1 << 30;
    private static final int LOOK_MILLIS = 100;
    private static final int MOST_LOOKS = 50;

    private Machine() {}

    static String described() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d x %s, %.0f GB, %s %s, Java %s, heap <= %.1f GB, load before %.1f",
                system.getAvailableProcessors(),
                processor(),
                system.getTotalMemorySize() / GIGABYTE,
                system.getName(),
                system.getVersion(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() / GIGABYTE,
                system.getSystemLoadAverage());
    }

    /** Returns when the JVM has compiled nothing for a moment, or at last after some seconds. */
    static void awaitCompiler() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long before = -1;
        for (int i = 0; i < MOST_LOOKS && compiler.getTotalCompilationTime() != before; i++) {
            before = compiler.getTotalCompilationTime();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The model's name, where the system tells it; else the kind of processor. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}

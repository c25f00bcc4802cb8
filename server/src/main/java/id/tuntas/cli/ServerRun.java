package id.tuntas.cli;

import id.tuntas.platform.Welcome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** One run of the server, from the checks before it to its end. */
final class ServerRun {

    private static final int HIGHEST_PORT = 65_535;

    private final Class<?> application;
    private final PrintStream out;
    private final String verb;
    private final int port;
    private final Map<String, Object> properties = new HashMap<>();

    ServerRun(Class<?> application, PrintStream out, String verb, int port) {
        this.application = application;
        this.out = out;
        this.verb = verb;
        this.port = port;
    }

    ServerRun with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Throws {@link Stop} when the port is none or taken. */
    ServerRun requirePort() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw Stop.refused("port", "Port harus 0 sampai 65535.", "The port must be 0 to 65535.");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            throw portTaken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Stop portTaken() {
        int other = port == HIGHEST_PORT ? port - 1 : port + 1;
        return Stop.missing(
                "port-taken",
                "Port " + port
                        + " sudah dipakai program lain; hentikan yang itu atau pilih port lain, misalnya ./tuntas "
                        + verb + " --port " + other + ".",
                "Port " + port
                        + " is taken by another program; stop that one or choose another port, for example ./tuntas "
                        + verb + " --port " + other + ".");
    }

    /** Starts, says where it is, and returns when the server has ended. */
    int run(DataFolder folder) {
        CountDownLatch ended = new CountDownLatch(1);
        start(folder, ended);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    ConfigurableApplicationContext start(DataFolder folder, CountDownLatch ended) {
        SpringApplication spring = new SpringApplication(application);
        spring.setAdditionalProfiles(verb);
        spring.setLogStartupInfo(false);
        spring.addListeners((ApplicationListener<ContextClosedEvent>) event -> ended.countDown());
        ConfigurableApplicationContext context = launch(spring, settings(folder.path()));
        int bound = ((WebServerApplicationContext) context).getWebServer().getPort();
        try {
            folder.note("pid " + ProcessHandle.current().pid() + ", port " + bound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "http://localhost:" + bound;
        out.println("Tuntas siap / ready: " + address);
        context.getBeanProvider(Welcome.class)
                .orderedStream()
                .flatMap(welcome -> welcome.lines(address).stream())
                .forEach(out::println);
        out.println("Ctrl-C untuk berhenti / to stop.");
        return context;
    }

    private String[] settings(Path folder) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put("server.port", port);
        settings.put("tuntas.data", folder);
        settings.put("logging.level.org.springframework.boot.SpringApplication", "off");
        settings.put("logging.level.org.springframework.boot.diagnostics", "off");
        return asArguments(settings);
    }

    /** In the form that outranks every other source of settings. */
    static String[] asArguments(Map<String, ?> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private ConfigurableApplicationContext launch(SpringApplication spring, String[] settings) {
        BrokenStart broken = BrokenStart.watched(System.err);
        try {
            return spring.run(settings);
        } catch (RuntimeException e) {
            broken.endSilentlyIfItHappened();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw portTaken();
                }
            }
            throw StartFailure.told(e);
        } finally {
            broken.cannotHappenAnyMore();
        }
    }
}

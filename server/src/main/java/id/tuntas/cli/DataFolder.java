package id.tuntas.cli;

import id.tuntas.platform.Postmaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one installation. A marker file says that it is ours and whether it holds a demo or real work, so that neither is taken for
 * the other and a foreign folder is never touched; a lock says that a process works on it.
 */
final class DataFolder implements AutoCloseable {

    enum Kind {
        DEMO,
        SERVE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String MARKER = "tuntas-data";
    static final String LOCK = "tuntas-data.lock";
    private static final Set<String> NOT_OURS_BUT_HARMLESS = Set.of("lost+found", ".DS_Store", LOCK);
    private static final long NEEDED_BYTES = 512L * 1024 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(Path path, FileChannel channel, @Nullable FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens a server's folder, made when it is not there. Throws {@link Stop} when it is a file, foreign, of the other kind, in use or full. */
    static DataFolder forServer(Path path, Kind kind) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw Stop.refused(
                    "data-is-file",
                    path + " adalah berkas, bukan folder; pilih folder dengan --data.",
                    path + " is a file, not a folder; choose a folder with --data.");
        }
        try {
            Files.createDirectories(path);
            requireOurs(path, kind);
            DataFolder folder = lock(path);
            if (!folder.held()) {
                String holder = folder.holder();
                folder.close();
                throw Stop.missing(
                        "data-in-use",
                        "Folder data " + path + " sedang dipakai Tuntas yang lain (" + holder
                                + "); hentikan yang itu atau pilih folder lain dengan --data.",
                        "The data folder " + path + " is in use by another Tuntas (" + holder
                                + "); stop that one or choose another folder with --data.");
            }
            requireSpace(path);
            Files.writeString(path.resolve(MARKER), kind.key() + "\n");
            folder.note("pid " + ProcessHandle.current().pid());
            return folder;
        } catch (FileSystemException e) {
            throw unwritable(path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an existing folder for a tool; a running server keeps the lock and is joined. */
    static DataFolder forTool(Path path) {
        if (kind(path).isEmpty()) {
            throw Stop.refused(
                    "no-data",
                    "Di " + path
                            + " tidak ada data Tuntas; sebut foldernya dengan --data, atau jalankan ./tuntas serve sekali.",
                    "There is no data of Tuntas in " + path
                            + "; name the folder with --data, or run ./tuntas serve once.");
        }
        try {
            return lock(path);
        } catch (FileSystemException e) {
            throw unwritable(path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stop unwritable(Path path, FileSystemException problem) {
        String reason = problem instanceof AccessDeniedException ? "" : " (" + problem.getReason() + ")";
        return Stop.missing(
                "data-unwritable",
                "Folder data " + path + " tidak dapat ditulisi pengguna ini" + reason
                        + "; ubah pemiliknya atau pilih folder lain dengan --data.",
                "The data folder " + path + " cannot be written by this user" + reason
                        + "; change its owner or choose another one with --data.");
    }

    private static DataFolder lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new DataFolder(path, channel, channel.tryLock(Long.MAX_VALUE - 1, 1, false));
        } catch (OverlappingFileLockException sameProcess) {
            return new DataFolder(path, channel, null);
        }
    }

    /** Whether this process, and no other, works on the folder. */
    boolean held() {
        return lock != null;
    }

    /** What the process that holds the lock says of itself, as {@code pid 4711, port 8080}. */
    String holder() {
        try {
            ByteBuffer text = ByteBuffer.allocate(200);
            int length = channel.read(text, 0);
            return length <= 0 ? "?" : new String(text.array(), 0, length, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    void note(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    Path path() {
        return path;
    }

    /** Throws away everything the demo has kept, ending a PostgreSQL that a killed run left behind. */
    void wipeDemo() throws IOException {
        if (!held() || !kind(path).equals(Optional.of(Kind.DEMO))) {
            throw new IllegalStateException(path + " is not a demo folder that this process holds");
        }
        Postmaster.on(path.resolve("postgres")).ifPresent(Postmaster::end);
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(path))
                    .filter(file ->
                            !Set.of(path.resolve(MARKER), path.resolve(LOCK)).contains(file))
                    .toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    static Optional<Kind> kind(Path path) {
        Path marker = path.resolve(MARKER);
        if (!Files.isRegularFile(marker)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(marker).strip();
            return Stream.of(Kind.values())
                    .filter(kind -> kind.key().equals(text))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireOurs(Path path, Kind kind) throws IOException {
        Optional<Kind> marked = kind(path);
        if (marked.isPresent() && marked.get() != kind) {
            throw marked.get() == Kind.DEMO
                    ? Stop.refused(
                            "demo-data",
                            "Folder " + path + " berisi peragaan, bukan data kerja; pilih folder lain dengan --data.",
                            "The folder " + path + " holds the demo, not real work; choose another folder with --data.")
                    : Stop.refused(
                            "real-data",
                            "Folder " + path
                                    + " berisi data kerja dan tidak dipakai untuk peragaan; pilih folder lain dengan --data.",
                            "The folder " + path
                                    + " holds real work and is not used for the demo; choose another folder with --data.");
        }
        try (Stream<Path> files = Files.list(path)) {
            boolean foreign = marked.isEmpty()
                    && files.anyMatch(file ->
                            !NOT_OURS_BUT_HARMLESS.contains(file.getFileName().toString()));
            if (foreign) {
                throw Stop.refused(
                        "foreign-data",
                        "Folder " + path + " tidak kosong dan bukan milik Tuntas; pilih folder kosong dengan --data.",
                        "The folder " + path + " is not empty and not of Tuntas; choose an empty folder with --data.");
            }
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw Stop.missing(
                    "disk-full",
                    "Sisa ruang untuk " + path + " hanya " + free / MEGABYTE + " MB; kosongkan sampai paling sedikit "
                            + NEEDED_BYTES / MEGABYTE + " MB atau pilih folder lain dengan --data.",
                    "Only " + free / MEGABYTE + " MB are left for " + path + "; free at least "
                            + NEEDED_BYTES / MEGABYTE + " MB or choose another folder with --data.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.tuntas.roster.internal;

import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.platform.StorageSettings;
import id.tuntas.roster.RosterSummary;
import id.tuntas.roster.UploadRoster.NewFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The files of each release, as {@code rosters/<release>/<ordinal>}, beside the workbook of its rejected rows. An upload is written aside,
 * forced to disk and moved into place as a whole.
 */
@Component
class RosterFolder {

    private static final int BUFFER = 64 * 1024;
    private static final int NAME_LENGTH = 200;
    private static final String REJECTS = "rejects.xlsx";

    private final Path root;
    private final Path incoming;

    RosterFolder(StorageSettings storage) {
        this.root = storage.data().toAbsolutePath().resolve("rosters");
        this.incoming = root.resolve("incoming");
        try {
            discard(incoming);
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for rosters can't be made", e);
        }
    }

    /** Takes the files in, in their order; the same content is kept once. */
    List<RosterSummary.File> keep(UUID releaseId, List<NewFile> files) throws IOException {
        Path aside = Files.createDirectory(incoming.resolve(Ids.next().toString()));
        try {
            List<RosterSummary.File> kept = new ArrayList<>();
            Set<String> names = new HashSet<>();
            Set<String> contents = new HashSet<>();
            for (NewFile file : files) {
                Path place = aside.resolve(Integer.toString(kept.size() + 1));
                String sha256 = write(file, place);
                if (contents.add(sha256)) {
                    kept.add(new RosterSummary.File(unused(plain(file.name()), names), sha256, Files.size(place)));
                } else {
                    Files.delete(place);
                }
            }
            force(aside);
            Files.move(aside, root.resolve(releaseId.toString()), StandardCopyOption.ATOMIC_MOVE);
            force(root);
            return kept;
        } catch (IOException | RuntimeException e) {
            discard(aside);
            throw e;
        }
    }

    private static String write(NewFile file, Path place) throws IOException {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = file.content().getInputStream();
                FileChannel out = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return Hashes.hex(digest.digest());
    }

    /** Browsers of some makes send a whole path. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(NAME_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.isEmpty() ? "roster" : clean;
    }

    private static String unused(String name, Set<String> names) {
        String unused = name;
        for (int n = 2; !names.add(unused); n++) {
            unused = name + " (" + n + ")";
        }
        return unused;
    }

    Path file(UUID releaseId, int ordinal) {
        return root.resolve(releaseId.toString()).resolve(Integer.toString(ordinal));
    }

    /** Where the check writes the rejected rows. */
    Path rejects(UUID releaseId) {
        return root.resolve(releaseId.toString()).resolve(REJECTS);
    }

    Optional<Path> findRejects(UUID releaseId) {
        return Optional.of(rejects(releaseId)).filter(Files::isRegularFile);
    }

    void discard(UUID releaseId) {
        try {
            discard(root.resolve(releaseId.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Only forcing the folder makes a new name in it last. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

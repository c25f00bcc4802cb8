package id.tuntas.evidence.internal;

import id.tuntas.evidence.EvidenceFile;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.StorageSettings;
import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Files under their SHA-256, as {@code evidence/ab/cd/abcd...}. A file is written beside its place, forced to disk, moved there in one step,
 * and the folder is forced too: after {@link #keep} a power cut takes nothing back, and nobody ever sees half a file.
 */
@Component
class EvidenceFolder {

    private static final int BUFFER = 64 * 1024;
    private static final int SHARD = 2;

    private final Path evidence;
    private final Path aside;
    private final Path data;

    EvidenceFolder(StorageSettings storage) {
        this.evidence = storage.data().toAbsolutePath().resolve("evidence");
        this.aside = storage.data().toAbsolutePath().resolve("evidence-aside");
        this.data = storage.data().toAbsolutePath();
        try {
            for (Path folder : new Path[] {evidence, aside}) {
                Files.createDirectories(folder);
            }
            discardUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for evidence can't be made", e);
        }
    }

    /** What a crash left in the middle of a write; nobody was ever answered for it. */
    private void discardUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(evidence)) {
            for (Path left :
                    files.filter(file -> file.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    EvidenceFile keep(InputStream content, long maxBytes) throws IOException {
        Path part = Files.createTempFile(evidence, "", ".part");
        try {
            EvidenceFile file = write(content, maxBytes, part);
            Path place = file.accepted() ? place(file.sha256()) : shard(aside, file.sha256());
            moveInto(part, place);
            return file;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private EvidenceFile write(InputStream content, long maxBytes, Path part) throws IOException {
        MessageDigest hash = Hashes.sha256();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        long size = 0;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = content.read(buffer)) != -1) {
                size += read;
                if (size > maxBytes) {
                    throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
                }
                hash.update(buffer, 0, read);
                head.write(buffer, 0, Math.min(read, FileType.HEAD - head.size()));
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        String mediaType = FileType.of(head.toByteArray());
        Dimension pixels = mediaType.startsWith("image/") ? Picture.pixels(part) : null;
        return new EvidenceFile(
                Hashes.hex(hash.digest()),
                size,
                mediaType,
                pixels == null ? null : pixels.width,
                pixels == null ? null : pixels.height,
                mediaType.startsWith("image/") ? Exif.of(part) : null,
                FileType.isAccepted(mediaType) && (!mediaType.equals(FileType.PDF) || PdfPages.opens(part)));
    }

    /** The same content may come twice at once; the second move only puts the same bytes in place again. */
    private static void moveInto(Path part, Path place) throws IOException {
        Path folder = place.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(folder.getParent());
            force(folder.getParent().getParent());
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /** Only forcing the folder makes a new name in it last. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Whether a kept file is still there and still what its hash says; reads all of it. */
    boolean isWhole(String sha256, boolean accepted) throws IOException {
        try (InputStream content = Files.newInputStream(accepted ? place(sha256) : shard(aside, sha256))) {
            MessageDigest hash = Hashes.sha256();
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), hash));
            return Hashes.hex(hash.digest()).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    Path place(String sha256) {
        return shard(evidence, sha256);
    }

    /** Makes the picture unless it is there; empty for an image that can't be shown. */
    Optional<Path> makePicture(String sha256, Picture.Size size) throws IOException {
        Path place = picturePlace(sha256, size);
        if (Files.exists(place)) {
            return Optional.of(place);
        }
        byte @Nullable [] jpeg = Picture.of(place(sha256), size);
        if (jpeg == null) {
            return Optional.empty();
        }
        Files.createDirectories(place.getParent());
        Path part = Files.createTempFile(place.getParent(), "", ".part");
        try {
            Files.write(part, jpeg);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return Optional.of(place);
    }

    private Path picturePlace(String sha256, Picture.Size size) {
        Path place = shard(data.resolve(size.folder()), sha256);
        return place.resolveSibling(place.getFileName() + ".jpg");
    }

    private static Path shard(Path root, String sha256) {
        return root.resolve(sha256.substring(0, SHARD))
                .resolve(sha256.substring(SHARD, 2 * SHARD))
                .resolve(sha256);
    }
}

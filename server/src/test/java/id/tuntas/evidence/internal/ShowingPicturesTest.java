package id.tuntas.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tuntas.evidence.PhotoTrace;
import id.tuntas.evidence.internal.Picture.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShowingPicturesTest {

    @TempDir
    Path folder;

    @Test
    void theTimeAndThePlaceOfAPhotoAreRead() throws IOException {
        PhotoTrace trace = Exif.of(photo());

        assertThat(trace).isNotNull();
        assertThat(trace.takenAt()).isEqualTo(Instant.parse("2023-02-03T02:15:00Z"));
        assertThat(trace.lat()).isCloseTo(-8.1125, within(1e-6));
        assertThat(trace.lng()).isCloseTo(115.0885, within(1e-6));
    }

    @Test
    void aPhotoThatTellsNothingAndAFileThatIsNoneHaveNoTrace() throws IOException {
        assertThat(Exif.of(file("plain.jpg", jpeg()))).isNull();
        assertThat(Exif.of(file("broken.jpg", new byte[] {1, 2, 3}))).isNull();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void noPictureThatIsShownTellsWhereItWasTaken(Size size) throws IOException {
        byte[] shown = Picture.of(photo(), size);

        assertThat(shown).isNotNull();
        assertThat(Exif.of(file("shown.jpg", shown))).isNull();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown));
        assertThat(new int[] {picture.getWidth(), picture.getHeight()}).containsExactly(60, 80);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /** A picture that lies on its side, as a camera held upright takes it, with EXIF right behind the first marker. */
    private Path photo() throws IOException {
        byte[] plain = jpeg();
        byte[] exif = exif();
        ByteBuffer photo = ByteBuffer.allocate(plain.length + exif.length + 4);
        photo.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2));
        photo.put(exif).put(plain, 2, plain.length - 2);
        return file("photo.jpg", photo.array());
    }

    /** TIFF, big endian: orientation 6; taken on 3 February 2023 at 10.15; 8°6'45" S, 115°5'18.6" E. */
    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(256);
        tiff.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, 6 << 16);
        entry(tiff, 0x8769, 4, 1, 50);
        entry(tiff, 0x8825, 4, 1, 68);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 122);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'S' << 24);
        entry(tiff, 2, 5, 3, 142);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 166);
        tiff.putInt(0);
        tiff.put("2023:02:03 10:15:00\0".getBytes(StandardCharsets.US_ASCII));
        for (int part : new int[] {8, 1, 6, 1, 45, 1, 115, 1, 5, 1, 186, 10}) {
            tiff.putInt(part);
        }
        byte[] written = new byte[tiff.position()];
        tiff.flip().get(written);
        return written;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}

package id.tuntas.evidence.internal;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

/** A small JPEG of an image. The image's header says how large it would become, so a bomb is never unpacked. */
final class Thumbnail {

    private static final int LONGEST_SIDE = 480;
    private static final long MOST_PIXELS = 50_000_000;
    private static final double QUALITY = 0.8;

    private Thumbnail() {}

    /** Null when no reader knows the image, or when it is broken or too large to unpack. */
    static byte @Nullable [] of(Path image) {
        Dimension pixels = pixels(image);
        if (pixels == null || (long) pixels.width * pixels.height > MOST_PIXELS) {
            return null;
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(image.toFile())
                    .size(LONGEST_SIDE, LONGEST_SIDE)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }

    /** Width and height from the header alone. */
    static @Nullable Dimension pixels(Path image) {
        try (ImageInputStream in = ImageIO.createImageInputStream(image.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return new Dimension(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }
}

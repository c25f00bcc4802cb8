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

/**
 * An image as it is shown: a JPEG made anew, turned as its EXIF says and without it, so that nobody reads from a picture where a family
 * lives. The image's header says how large it would become, so a bomb is never unpacked.
 */
final class Picture {

    enum Size {
        THUMBNAIL("thumbnails", 480, 0.8),
        VIEW("views", 2400, 0.9);

        private final String folder;
        private final int longestSide;
        private final double quality;

        Size(String folder, int longestSide, double quality) {
            this.folder = folder;
            this.longestSide = longestSide;
            this.quality = quality;
        }

        /** Where such pictures are kept. */
        String folder() {
            return folder;
        }
    }

    private static final long MOST_PIXELS = 50_000_000;

    private Picture() {}

    /** Null when no reader knows the image, or when it is broken or too large to unpack. */
    static byte @Nullable [] of(Path image, Size size) {
        Dimension pixels = pixels(image);
        if (pixels == null || (long) pixels.width * pixels.height > MOST_PIXELS) {
            return null;
        }
        try {
            int longest = Math.min(size.longestSide, Math.max(pixels.width, pixels.height));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(image.toFile())
                    .size(longest, longest)
                    .outputFormat("jpg")
                    .outputQuality(size.quality)
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

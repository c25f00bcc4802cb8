package id.tuntas.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** A JPEG of 200 KB that no other is equal to: noise, filled up and numbered behind its end marker, where no reader looks. */
final class Photo {

    static final int BYTES = 200_000;

    private static final byte[] PICTURE = draw();

    private Photo() {}

    static byte[] numbered(long number) {
        byte[] photo = Arrays.copyOf(PICTURE, BYTES);
        byte[] padding = new byte[BYTES - PICTURE.length];
        new Random(number).nextBytes(padding);
        System.arraycopy(padding, 0, photo, PICTURE.length, padding.length);
        return photo;
    }

    private static byte[] draw() {
        BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5108);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }
}

package id.tuntas.demo.internal;

import id.tuntas.forms.PhotoKind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Drawn photos: no real house, card or hand. No two are alike, since a photo that another family showed as well raises a flag. */
final class DemoPhotos {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final float QUALITY = 0.6f;

    private final Graphics2D pen;
    private final Random chance;

    private DemoPhotos(Graphics2D pen, Random chance) {
        this.pen = pen;
        this.chance = chance;
    }

    static byte[] photo(PhotoKind kind, Random chance) {
        return picture(WIDTH, HEIGHT, pen -> new DemoPhotos(pen, chance).scene(kind));
    }

    static byte[] signature(Random chance) {
        return picture(240, 100, pen -> {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 240, 100);
            sign(pen, chance, 0, 0, 240, 100);
        });
    }

    /** A drawing as a JPEG. */
    static byte[] picture(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            drawing.accept(pen);
        } finally {
            pen.dispose();
        }
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private void scene(PhotoKind kind) {
        switch (kind) {
            case HOUSE_FRONT -> house();
            case INSIDE -> room();
            case KK_CARD -> card();
            case ROOF -> rows(shade(120, 70, 45), 18);
            case WALL -> rows(shade(150, 140, 120), 26);
            case FLOOR -> rows(shade(130, 105, 80), 44);
            case TOILET -> toilet();
            case PLACE -> road();
        }
        specks();
    }

    private void outdoors() {
        pen.setPaint(new GradientPaint(0, 0, shade(140, 190, 225), 0, 190, shade(215, 230, 238)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(shade(125, 140, 80));
        pen.fillRect(0, 190, WIDTH, HEIGHT - 190);
        for (int i = 0; i < 5; i++) {
            pen.setColor(shade(60, 110, 55));
            pen.fillOval(chance.nextInt(WIDTH) - 40, 60 + chance.nextInt(60), 90, 110);
        }
    }

    private void house() {
        outdoors();
        int left = 60 + chance.nextInt(50);
        int width = 210 + chance.nextInt(60);
        int top = 110 + chance.nextInt(20);
        pen.setColor(shade(200, 185, 160));
        pen.fillRect(left, top, width, 130);
        pen.setColor(shade(150, 75, 50));
        pen.fillPolygon(new Polygon(
                new int[] {left - 20, left + width / 2, left + width + 20}, new int[] {top, top - 65, top}, 3));
        pen.setColor(shade(90, 60, 40));
        pen.fillRect(left + width / 2 - 20, top + 50, 42, 80);
        pen.setColor(shade(70, 90, 110));
        pen.fillRect(left + 25, top + 35, 45, 40);
        pen.fillRect(left + width - 70, top + 35, 45, 40);
    }

    private void room() {
        rows(shade(190, 180, 160), 60);
        pen.setColor(shade(120, 100, 80));
        pen.fillRect(0, 215, WIDTH, 85);
        pen.setColor(shade(170, 60, 70));
        pen.fillRoundRect(30 + chance.nextInt(60), 165, 170, 70, 18, 18);
        pen.setColor(shade(110, 75, 50));
        pen.fillRect(270 + chance.nextInt(40), 110, 70, 125);
    }

    private void card() {
        pen.setColor(shade(90, 80, 70));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.rotate((chance.nextDouble() - 0.5) / 8, WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(shade(215, 232, 240));
        pen.fillRect(30, 35, 340, 230);
        pen.setColor(shade(60, 70, 90));
        pen.fillRect(130, 50, 140, 10);
        for (int row = 0; row < 9; row++) {
            int left = 50;
            for (int column = 0; column < 4; column++) {
                int width = 30 + chance.nextInt(40);
                pen.fillRect(left, 90 + row * 18, width, 4);
                left += 80;
            }
        }
    }

    private void toilet() {
        rows(shade(185, 195, 195), 30);
        pen.setColor(shade(235, 235, 230));
        pen.fillOval(130 + chance.nextInt(30), 140, 120, 90);
        pen.setColor(shade(60, 60, 60));
        pen.fillOval(175, 170, 36, 26);
        pen.setColor(shade(40, 90, 150));
        pen.fillRoundRect(300, 170 + chance.nextInt(30), 55, 70, 12, 12);
    }

    private void road() {
        outdoors();
        pen.setColor(shade(150, 145, 135));
        int middle = 150 + chance.nextInt(100);
        pen.fillPolygon(new Polygon(
                new int[] {middle - 15, middle + 15, middle + 140, middle - 140},
                new int[] {185, 185, HEIGHT, HEIGHT},
                4));
        pen.setColor(shade(140, 120, 105));
        pen.fillRect(chance.nextInt(60), 150, 80, 60);
    }

    private void rows(Color colour, int step) {
        pen.setColor(colour);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y += step) {
            for (int x = -chance.nextInt(step); x < WIDTH; x += 2 * step) {
                pen.setColor(shade(colour.getRed(), colour.getGreen(), colour.getBlue()));
                pen.fillRect(x, y, 2 * step - 2, step - 2);
            }
        }
    }

    private void specks() {
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillRect(chance.nextInt(WIDTH), chance.nextInt(HEIGHT), 2, 2);
        }
    }

    /** A signature in a box. */
    static void sign(Graphics2D pen, Random chance, int left, int top, int width, int height) {
        pen.setColor(new DemoPhotos(pen, chance).shade(30, 30, 90));
        pen.setStroke(new BasicStroke(2.5f));
        int x = 20;
        int y = height / 2;
        while (x < width - 30) {
            int nextX = x + 5 + chance.nextInt(16);
            int nextY = 20 + chance.nextInt(height - 40);
            pen.drawLine(left + x, top + y, left + nextX, top + nextY);
            x = nextX;
            y = nextY;
        }
    }

    private Color shade(int red, int green, int blue) {
        return new Color(near(red), near(green), near(blue));
    }

    private int near(int value) {
        return Math.clamp(value + chance.nextInt(41) - 20L, 0, 255);
    }
}

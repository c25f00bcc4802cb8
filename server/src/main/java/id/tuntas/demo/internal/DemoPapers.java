package id.tuntas.demo.internal;

import id.tuntas.forms.Words;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Drawn scans of signed papers: a heading, lines that stand for text, signatures and a stamp of nobody. */
final class DemoPapers {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;
    private static final int MARGIN = 70;
    private static final int LINE = 22;

    private DemoPapers() {}

    static byte[] minutes(String village, LocalDate day, long seed) {
        return paper(seed, 3, "BERITA ACARA MUSYAWARAH", village.toUpperCase(Locale.ROOT), day);
    }

    static byte[] decree(String number, LocalDate day, long seed) {
        return paper(seed, 1, "KEPUTUSAN BUPATI BULELENG", "NOMOR " + number, day);
    }

    private static byte[] paper(long seed, int signatures, String title, String subtitle, LocalDate day) {
        Random chance = new Random(seed);
        Words date = Words.ofDay(day);
        return DemoPhotos.picture(WIDTH, HEIGHT, pen -> {
            pen.setColor(new Color(0xfbfaf6));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.rotate((chance.nextDouble() - 0.5) / 60, WIDTH / 2.0, HEIGHT / 2.0);
            pen.setColor(new Color(0x26282b));
            centred(pen, new Font(Font.SANS_SERIF, Font.BOLD, 20), title, 100);
            centred(pen, new Font(Font.SANS_SERIF, Font.BOLD, 16), subtitle, 128);
            centred(pen, new Font(Font.SANS_SERIF, Font.PLAIN, 13), "Peragaan: bukan dokumen sebenarnya", 154);
            pen.setColor(new Color(0x8a8c90));
            for (int y = 200; y < 620; y += LINE) {
                pen.fillRect(MARGIN, y, WIDTH - 2 * MARGIN - chance.nextInt(60), 4);
            }
            pen.setColor(new Color(0x26282b));
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            pen.drawString(date.id(), MARGIN, 660);
            for (int i = 0; i < signatures; i++) {
                DemoPhotos.sign(pen, chance, MARGIN + i * 165, 680, 150, 90);
            }
            pen.setColor(new Color(90, 60, 140, 110));
            pen.drawOval(MARGIN + 40, 670, 110, 110);
            pen.drawOval(MARGIN + 47, 677, 96, 96);
        });
    }

    private static void centred(Graphics2D pen, Font font, String text, int y) {
        pen.setFont(font);
        pen.drawString(text, (WIDTH - pen.getFontMetrics().stringWidth(text)) / 2, y);
    }
}

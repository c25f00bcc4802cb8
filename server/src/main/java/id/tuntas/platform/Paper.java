package id.tuntas.platform;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.tuntas.platform.Refusal.FieldProblem;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.web.util.HtmlUtils;

/** A4 pages made of HTML, numbered, that print the same everywhere: what they need lies in the file. */
public final class Paper {

    /** Ships inside PDFBox. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 14mm 12mm 16mm 12mm;
                @bottom-right { content: counter(page) " / " counter(pages); font-family: Liberation; font-size: 8pt; } }
            body { font-family: Liberation; font-size: 9pt; line-height: 1.3; color: #111; }
            h1 { font-size: 15pt; font-weight: normal; margin: 0 0 2mm 0; }
            p { margin: 0 0 1mm 0; }
            table { width: 100%; border-collapse: collapse; margin-top: 4mm; -fs-table-paginate: paginate; }
            thead { display: table-header-group; }
            th { font-weight: normal; text-align: left; font-size: 8pt; border-bottom: 0.4mm solid #111; padding: 1mm; }
            td { vertical-align: top; border-bottom: 0.2mm solid #777; padding: 1.2mm 1mm; }
            tr { page-break-inside: avoid; }
            .box { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.3mm solid #111; }
            .small { font-size: 8pt; color: #333; }
            """;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static final CmapLookup LETTERS = letters();

    private Paper() {}

    /** What a file says of itself, in plain text. */
    public record Imprint(String title, String author, String subject) {}

    /**
     * @param title safe HTML, as everything else
     * @param style CSS beside the house's own; nothing is fetched from anywhere
     */
    public static byte[] pdf(String title, Locale locale, String style, String body) {
        return rendered(new PdfRendererBuilder(), "<title>" + title + "</title>", locale, style, body);
    }

    /**
     * A paper that has to be read as it is in thirty years, by eyes and by a screen reader: PDF/A-2a, tagged as PDF/UA asks.
     *
     * @param style CSS beside the house's own; nothing is fetched from anywhere, pictures are {@code data:} URLs with an {@code alt}
     * @param body safe HTML; its first heading is an h1
     */
    public static byte[] archive(Imprint imprint, Locale locale, String style, String body) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        String head = "<title>" + safe(imprint.title()) + "</title>" + meta("author", imprint.author())
                + meta("subject", imprint.subject()) + meta("description", imprint.subject());
        return rendered(builder, head, locale, style, body);
    }

    /** CSS that has a line at the top of every page. */
    public static String runningHeader(String text) {
        String escaped = text.codePoints()
                .mapToObj(point ->
                        Character.isLetterOrDigit(point) ? Character.toString(point) : "\\%06x".formatted(point))
                .collect(Collectors.joining());
        return "@page { @top-left { content: \"" + escaped + "\"; font-family: Liberation; font-size: 8pt; } }";
    }

    private static String meta(String name, String content) {
        return "<meta name=\"" + name + "\" content=\"" + safe(content) + "\"/>";
    }

    private static byte[] rendered(PdfRendererBuilder builder, String head, Locale locale, String style, String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                TrueTypeFont font = font()) {
            builder.usePDDocument(document);
            builder.useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), "Liberation");
            builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
            builder.withHtmlContent(
                    "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head>" + head + "<style>" + STYLE
                            + style + "</style></head><body>" + body + "</body></html>",
                    null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Not asked for ligatures, of which it has none for what stands on our papers: looking took three quarters of the time of a long list. */
    private static TrueTypeFont font() throws IOException {
        try (InputStream file = Objects.requireNonNull(Paper.class.getResourceAsStream(FONT), FONT)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return font;
        }
    }

    private static CmapLookup letters() {
        try (TrueTypeFont font = font()) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the first letter of a text that our papers cannot print; empty without one. */
    public static List<FieldProblem> problems(String pointer, String text) {
        return text.codePoints()
                .filter(point -> point != '\n' && LETTERS.getGlyphId(point) == 0)
                .mapToObj(point -> new FieldProblem(pointer, "not-printable", List.of(Character.toString(point))))
                .limit(1)
                .toList();
    }

    /** Any text as HTML that says the same and can do nothing. */
    public static String safe(String text) {
        return HtmlUtils.htmlEscapeDecimal(text).replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }
}

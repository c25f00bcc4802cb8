package id.tuntas.testing;

import java.nio.charset.StandardCharsets;

/** The smallest papers that open. */
public final class Pdf {

    private Pdf() {}

    public static byte[] page() {
        return page("");
    }

    /** @param mark makes it another file */
    public static byte[] page(String mark) {
        return """
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                trailer<</Root 1 0 R>>
                %%%%EOF
                %%%s
                """.formatted(mark).getBytes(StandardCharsets.UTF_8);
    }
}

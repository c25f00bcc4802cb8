package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.PaperReader;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class KeepingAPaperTest {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final String BODY = """
            <h1>Berita acara</h1><p>Désa Kayuputih, 5.314 keluarga.</p><ol><li>Satu</li></ol>
            <p><img alt="Titik merah" src="data:image/png;base64,%s"/> <a href="https://tuntas.example/periksa">Periksa</a></p>
            <table><thead><tr><th>Nama</th><th>Jiwa</th></tr></thead><tbody>%s</tbody></table>
            """.formatted(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
                    "<tr><td>Wayan &amp; Made</td><td>4</td></tr>".repeat(120));

    @Test
    void lastsAndIsReadAloud() {
        byte[] paper = Paper.archive(new Paper.Imprint("Judul <&>", "Desa", "Hal"), INDONESIAN, "", BODY);

        assertThat(PaperReader.faultsOfAnArchive(paper)).isEmpty();
        assertThat(PaperReader.text(paper)).contains("Désa Kayuputih, 5.314 keluarga.", "Wayan & Made 4", "1 / 4");
    }

    @Test
    void saysWhatItIs() throws Exception {
        byte[] paper = Paper.archive(
                new Paper.Imprint("Berita Acara \"1\" & lampiran", "Desa <Kayuputih>", "Musyawarah"),
                INDONESIAN,
                "",
                BODY);

        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Berita Acara \"1\" & lampiran");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Desa <Kayuputih>");
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("Musyawarah");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id");
        }
    }

    @Test
    void isToldFromAPaperThatIsOnlyPrinted() {
        assertThat(PaperReader.faultsOfAnArchive(Paper.pdf("Judul", INDONESIAN, "", BODY)))
                .anySatisfy(fault -> assertThat(fault).startsWith("2a "))
                .anySatisfy(fault -> assertThat(fault).startsWith("ua1 "));
    }
}

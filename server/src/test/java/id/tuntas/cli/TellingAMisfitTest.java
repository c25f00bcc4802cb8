package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class TellingAMisfitTest {

    private static ToldMisfit told(Misfit misfit) {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/ledger", "messages/evidence", "messages/visits");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new ToldMisfit(misfit, texts);
    }

    @Test
    void namesWhatItIsAndWhyInTheLanguageOfTheReader() {
        ToldMisfit block = told(Misfit.of("51.08", "block", 1234, "leaves", 4096, 4095));

        assertThat(block.lines(Locale.of("id")))
                .containsExactly("  blok 1234 (51.08): menutup 4096 entri dan kini tersisa 4095");
        assertThat(block.lines(Locale.ENGLISH))
                .containsExactly("  block 1234 (51.08): it sealed 4096 entries and 4095 are left");
    }

    @Test
    void namesTheVisitAndTheFamilyOfAFile() {
        ToldMisfit photo = told(Misfit.of("51.08", "file", "ab12", "file-broken")
                .keptBy(List.of(Text.of("misfit.of-family", "v-1", "000123-3"), Text.of("misfit.of-visit", "v-2"))));

        assertThat(photo.lines(Locale.of("id")))
                .containsExactly(
                        "  berkas ab12 (51.08): hilang, atau sudah berkas lain",
                        "  kunjungan v-1, keluarga 000123-3",
                        "  kunjungan v-2, keluarganya belum diketahui");
        assertThat(photo.document())
                .containsEntry("what", "file ab12")
                .containsEntry("why", "it is gone, or another one")
                .extracting("told")
                .isEqualTo(Map.of(
                        "id",
                        "berkas ab12 (51.08): hilang, atau sudah berkas lain; kunjungan v-1, keluarga 000123-3;"
                                + " kunjungan v-2, keluarganya belum diketahui",
                        "en",
                        "file ab12 (51.08): it is gone, or another one; visit v-1 of family 000123-3;"
                                + " visit v-2 of a family that is not known yet"));
    }
}

package id.tuntas.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.roster.MapSheet;
import id.tuntas.rosterfile.ColumnMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingChoiceTest {

    private static StoredReport.Sheet sheet(String... headers) {
        List<StoredReport.Header> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(new StoredReport.Header(Character.toString('A' + columns.size()), header, List.of()));
        }
        return new StoredReport.Sheet("data.csv", null, null, 1, 10, columns, false);
    }

    private static ColumnMapping choose(StoredReport.Sheet sheet, Map<String, String> columns) {
        return MappingChoice.of(new MapSheet("Daftar", "data.csv", null, columns), sheet);
    }

    @Test
    void takesTheListThatTheColumnsComplete() {
        StoredReport.Sheet families = sheet("Berkas", "Wilayah", "Penanggung", "Identitas");
        StoredReport.Sheet members = sheet("Berkas", "Wilayah", "Orang", "Identitas", "Hubungan");

        ColumnMapping ofFamilies =
                choose(families, Map.of("family_id", "A", "village_code", "B", "head_name", "C", "nik", "D"));
        ColumnMapping ofMembers = choose(
                members, Map.of("family_id", "A", "village_code", "B", "name", "C", "nik", "D", "relationship", "E"));

        assertThat(ofFamilies.layout()).isEqualTo("p3ke-2022-families");
        assertThat(ofFamilies.columns()).containsEntry("head_name", "Penanggung");
        assertThat(ofMembers.layout()).isEqualTo("p3ke-2022-members");
    }

    @Test
    void countsWhatAHeaderSpellsByItself() {
        ColumnMapping mapping = choose(
                sheet("Berkas", "Kode Kemdagri", "Penanggung", "NIK"), Map.of("family_id", "A", "head_name", "C"));

        assertThat(mapping.layout()).isEqualTo("p3ke-2022-families");
        assertThat(mapping.columns()).containsOnlyKeys("family_id", "head_name");
    }

    @Test
    void leavesAFieldAwayThatTheListDoesNotHave() {
        ColumnMapping mapping = choose(
                sheet("Berkas", "Wilayah", "Penanggung", "Identitas", "Hubungan"),
                Map.of("family_id", "A", "village_code", "B", "head_name", "C", "nik", "D", "relationship", "E"));

        assertThat(mapping.layout()).endsWith("families");
        assertThat(mapping.columns()).doesNotContainKey("relationship");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> choose(sheet("Berkas", "Wilayah"), Map.of("family_id", "A", "village_code", "B")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(FieldProblem::pointer)
                                .containsExactlyInAnyOrder("/columns/head_name", "/columns/nik"));
    }
}

package id.tuntas.rosterfile.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListTest {

    private final Map<String, CodeList> lists = CodeList.load();

    @Test
    void isUsedByAColumnOfSomeLayout() {
        Set<String> used = Layouts.known().all().stream()
                .flatMap(layout -> layout.fields().stream())
                .map(Field::codes)
                .filter(codes -> codes != null)
                .map(CodeList::name)
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(lists.keySet());
    }

    @Test
    void holdsTheStringsOfThePublishedListsAsTheyAreSpelt() {
        assertThat(lists.get("roof").values())
                .containsExactly(
                        "ASBES/SENG",
                        "BAMBU",
                        "BETON",
                        "GENTENG",
                        "JERAMI/IJUK/RUMBIA/ DAUN-DAUNAN",
                        "KAYU/SIRAP",
                        "LAINNYA");
        assertThat(lists.get("electricity_power").values()).containsExactly("=< 900 WATT", "> 900 WATT", "KOSONG");
        assertThat(lists.get("water").values()).contains("AIR PERMUKAAN (SUNGAI, DANAU, DLL)");
        assertThat(lists.get("verval_priority_family").values()).contains("KELUARGA DUPLIKAT (NIK & NAMA)");
        assertThat(lists.get("stunting_risk").values())
                .isEqualTo(List.of("BERESIKO STUNTING", "BUKAN TARGET SASARAN", "TIDAK BERESIKO STUNTING"));
        assertThat(ResourceTable.read("codes/p3ke_codes.csv")).hasSize(127);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    electricity_power, =<900 watt
                    age_group, usia < 5 tahun
                    roof, Jerami / Ijuk / Rumbia / Daun-daunan
                    education, Tamat SD/sederajat
                    relationship, Istri
                    relationship, ISTRI/SUAMI
                    """)
    void knowsItsStringsWithoutCaseAndBlanks(String list, String value) {
        assertThat(lists.get(list).knows(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            electricity_power, < 900 WATT
            age_group, USIA > 5 TAHUN
            roof, GENTING
            """)
    void doesNotKnowAStringThatMeansSomethingElse(String list, String value) {
        assertThat(lists.get(list).knows(value)).isFalse();
    }
}

package id.tuntas.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.RowValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCellsTest {

    private final RowCells cells = new RowCells();

    private static RowValues values(List<String> names, String... values) {
        return new RowValues(names, values);
    }

    @Test
    void writesTheCellsThatAreNotEmptyAsJson() {
        RowValues row = values(List.of("roof", "wall", "Catatan \"a\""), "GENTENG", null, "satu\n\u0001\u0000\\dua");

        assertThat(cells.json(row)).isEqualTo("{\"roof\":\"GENTENG\",\"Catatan \\\"a\\\"\":\"satu\\n\\u0001\\\\dua\"}");
    }

    @Test
    void keepsTheFirstOfTwoColumnsOfOneName() {
        assertThat(cells.json(values(List.of("Catatan", "Catatan"), "satu", "dua")))
                .isEqualTo("{\"Catatan\":\"satu\"}");
    }

    @Test
    void givesOneHashWhateverTheOrderOfTheColumns() {
        String one = cells.familyHash(values(List.of("roof", "wall"), "GENTENG", "BAMBU"), "51.08.05.2001", "Kadek");
        String other = cells.familyHash(values(List.of("wall", "roof"), "BAMBU", "GENTENG"), "51.08.05.2001", "Kadek");
        String changed = cells.familyHash(values(List.of("wall", "roof"), "BAMBU", "SENG"), "51.08.05.2001", "Kadek");

        assertThat(one).isEqualTo(other).startsWith("\\x").isNotEqualTo(changed);
    }

    @Test
    void leavesToTheTypedValuesWhatTwoListsWriteInTwoWays() {
        String dotted =
                cells.familyHash(values(List.of("village_code", "roof"), "51.08.05.2001", "SENG"), "51.08.05.2001");
        String plain = cells.familyHash(values(List.of("village_code", "roof"), "5108052001", "SENG"), "51.08.05.2001");

        assertThat(dotted).isEqualTo(plain);
    }
}

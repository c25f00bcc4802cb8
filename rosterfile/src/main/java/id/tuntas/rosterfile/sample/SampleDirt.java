package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.layout.Fields;
import java.util.function.Consumer;

/** What goes wrong in real lists, one thing to a family, in turn. */
enum SampleDirt {
    NIK_EMPTY(row -> row.put(Fields.NIK, "")),
    NIK_SHORT(row -> row.put(Fields.NIK, cut(row.get(Fields.NIK), 14))),
    NIK_AS_NUMBER(row -> {}),
    NIK_OF_ANOTHER_REGION(row -> row.put(Fields.NIK, "910101" + cut(row.get(Fields.NIK), 6, 16))),
    NIK_OF_ANOTHER_DAY(row -> row.put(Fields.BIRTH_DATE, "1971-03-29")),
    NIK_OF_THE_OTHER_SEX(row -> row.put(Fields.SEX, row.get(Fields.SEX).startsWith("L") ? "PEREMPUAN" : "LAKI-LAKI")),
    FAMILY_WITHOUT_ID(row -> row.put(Fields.FAMILY_ID, "")),
    NAME_EMPTY(row -> row.put(Fields.HEAD_NAME, "")),
    VILLAGE_OUTSIDE(row -> row.put(Fields.VILLAGE_CODE, "5108992001")),
    VILLAGE_OF_ANOTHER_NAME(row -> row.put(Fields.VILLAGE, "DESA LAIN")),
    DATE_OF_NO_CALENDAR(row -> row.put(Fields.BIRTH_DATE, "31-02-1980")),
    DATE_TO_COME(row -> row.put(Fields.BIRTH_DATE, "2090-01-01")),
    CODE_OF_NO_LIST(row -> row.put("roof", "SIRAP EMAS"));

    private final Consumer<SampleRow> change;

    SampleDirt(Consumer<SampleRow> change) {
        this.change = change;
    }

    void apply(SampleRow row) {
        change.accept(row);
    }

    private static String cut(String text, int length) {
        return cut(text, 0, length);
    }

    private static String cut(String text, int from, int to) {
        return text.length() < to ? text : text.substring(from, to);
    }
}

package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.layout.Layout;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong in real lists, one thing to a family, in turn; and what a check must say of it. */
enum SampleDirt {
    NIK_EMPTY(ProblemCode.NIK_MISSING, Fields.NIK, ""),
    NIK_SHORT(ProblemCode.NIK_LENGTH, Fields.NIK, "51080112"),
    /** Its cell is written as a number. */
    NIK_AS_NUMBER(ProblemCode.NIK_NUMERIC_CELL, Fields.NIK, null),
    NIK_OF_ANOTHER_REGION(ProblemCode.NIK_REGION, Fields.NIK, null) {
        @Override
        void apply(SampleRow row, SampleRow before) {
            row.put(Fields.NIK, "910101" + row.get(Fields.NIK).substring(6));
        }
    },
    NIK_OF_ANOTHER_DAY(ProblemCode.NIK_BIRTH_DATE, Fields.BIRTH_DATE, "1971-03-29"),
    NIK_OF_THE_OTHER_SEX(ProblemCode.NIK_SEX, Fields.SEX, null) {
        @Override
        void apply(SampleRow row, SampleRow before) {
            row.put(Fields.SEX, row.get(Fields.SEX).startsWith("L") ? "PEREMPUAN" : "LAKI-LAKI");
        }
    },
    NIK_OF_THE_FAMILY_BEFORE(ProblemCode.NIK_DUPLICATE, Fields.NIK, null) {
        @Override
        void apply(SampleRow row, SampleRow before) {
            row.put(Fields.NIK, before.get(Fields.NIK));
        }
    },
    FAMILY_WITHOUT_ID(ProblemCode.FAMILY_ID_MISSING, Fields.FAMILY_ID, ""),
    FAMILY_TWICE(ProblemCode.FAMILY_DUPLICATE, Fields.FAMILY_ID, null) {
        @Override
        void apply(SampleRow row, SampleRow before) {
            row.put(Fields.FAMILY_ID, before.get(Fields.FAMILY_ID));
            row.put(Fields.KK, before.get(Fields.KK));
        }
    },
    NAME_EMPTY(ProblemCode.NAME_MISSING, Fields.HEAD_NAME, ""),
    VILLAGE_OUTSIDE(ProblemCode.VILLAGE_UNKNOWN, Fields.VILLAGE_CODE, "5108992001"),
    VILLAGE_OF_ANOTHER_NAME(ProblemCode.VILLAGE_NAME_MISMATCH, Fields.VILLAGE, "DESA LAIN"),
    DATE_OF_NO_CALENDAR(ProblemCode.DATE_UNREADABLE, Fields.BIRTH_DATE, "31-02-1980"),
    DATE_TO_COME(ProblemCode.DATE_FUTURE, Fields.BIRTH_DATE, "2090-01-01"),
    CODE_OF_NO_LIST(ProblemCode.CODE_UNKNOWN, "roof", "SIRAP EMAS"),
    HEAD_MISTYPED(ProblemCode.HEAD_MISSING, Fields.RELATIONSHIP, "LAINNYA"),
    MEMBER_OF_NO_FAMILY(ProblemCode.MEMBER_WITHOUT_FAMILY, Fields.FAMILY_ID, null) {
        @Override
        void apply(SampleRow row, SampleRow before) {
            row.put(Fields.FAMILY_ID, "51089999999999");
            row.put(Fields.KK, "5108999999999999");
        }
    };

    private final ProblemCode found;
    private final String field;
    private final @Nullable String value;

    SampleDirt(ProblemCode found, String field, @Nullable String value) {
        this.found = found;
        this.field = field;
        this.value = value;
    }

    /** Those that a layout has the columns for. */
    static List<SampleDirt> of(SampleLayout layout) {
        return Arrays.stream(values())
                .filter(dirt -> dirt.sheet(layout).indexOf(dirt.field) >= 0)
                .toList();
    }

    private Layout sheet(SampleLayout layout) {
        return inMembers() ? layout.members() : layout.families();
    }

    /** It goes into the row of the family's head in the member list, not into the family's own row. */
    boolean inMembers() {
        return this == HEAD_MISTYPED || this == MEMBER_OF_NO_FAMILY;
    }

    ProblemCode found() {
        return found;
    }

    /**
     * @param before the last clean row of the family list
     */
    void apply(SampleRow row, SampleRow before) {
        if (value != null) {
            row.put(field, value);
        }
    }
}

package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.RowOrigin;
import id.tuntas.rosterfile.RowValues;
import id.tuntas.rosterfile.Severity;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.Village;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.CellKind;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Row;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one row after the other and notes what is wrong with each. The rules that families and persons share
 * stand here.
 *
 * <p>A formula's cached value is never believed: the cell is marked {@link ProblemCode#FORMULA_CELL} and counts as empty,
 * so a key that is a formula keeps its row out by the key's own error.
 */
final class RowReading {

    private static final int SAFE_DIGITS = 15;
    private static final int VILLAGE_DIGITS = 10;
    private static final int DISTRICT_DIGITS = 6;

    private final SheetTask task;
    private final VillageCheck villages;
    private final KnownCodes codes;
    private final BirthDates birthDates;
    private final List<RosterProblem> problems = new ArrayList<>();
    private final int nikPosition;
    private final int sexPosition;
    private final int villagePosition;
    private final int decilePosition;
    private final int[] villageNames;

    private @Nullable String[] values = new @Nullable String[0];
    private Row row = new Row();
    private boolean error;

    RowReading(SheetTask task, LocalDate today, VillageCheck villages) {
        this.task = task;
        this.villages = villages;
        this.codes = new KnownCodes(task);
        this.birthDates = new BirthDates(this, task, today);
        this.nikPosition = task.position(Fields.NIK);
        this.sexPosition = task.position(Fields.SEX);
        this.villagePosition = task.position(Fields.VILLAGE_CODE);
        this.decilePosition = task.position(Fields.DECILE);
        this.villageNames = new int[] {task.position(Fields.VILLAGE), task.position(Fields.DISTRICT)};
    }

    BirthDates birthDates() {
        return birthDates;
    }

    /** Takes the row over: its cells, formulas and codes. */
    void start(Row next) {
        row = next;
        problems.clear();
        error = false;
        birthDates.forget();
        int[] columns = task.columns;
        values = new @Nullable String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            CellKind kind = next.kind(columns[i]);
            if (kind == CellKind.FORMULA) {
                note(ProblemCode.FORMULA_CELL, i, next.text(columns[i]), null);
            } else if (kind != CellKind.EMPTY) {
                String text = next.text(columns[i]);
                if (!isDash(text)) {
                    values[i] = text;
                    if (!codes.allow(i, text)) {
                        note(ProblemCode.CODE_UNKNOWN, i, text, null);
                    }
                }
            }
        }
    }

    /** Senders write a dash or NULL where they know nothing. */
    private static boolean isDash(String text) {
        return text.length() == 1 && text.charAt(0) == '-' || text.length() == 4 && text.equalsIgnoreCase("null");
    }

    void note(ProblemCode code, int position, @Nullable String value, @Nullable String related) {
        error |= code.severity() == Severity.ERROR;
        problems.add(new RosterProblem(
                code, task.fileName, task.sheetName, row.number(), task.letter(position), value, related));
    }

    void noteMissing(ProblemCode code, int position) {
        if (position >= 0) {
            note(code, position, null, null);
        }
    }

    boolean hasError() {
        return error;
    }

    List<RosterProblem> problems() {
        return problems;
    }

    int rowNumber() {
        return row.number();
    }

    RowOrigin origin() {
        return task.origin(row.number());
    }

    RowValues values() {
        return new RowValues(task.names, values);
    }

    /** Of any column of the sheet, by its number from 0. */
    String text(int column) {
        return row.text(column);
    }

    /** Null for an empty cell and for a column that the sheet doesn't have. */
    @Nullable String at(int position) {
        return position < 0 ? null : values[position];
    }

    /** A name that must be there. A column that the sheet lacks is told of once, not row by row. */
    String name(int position) {
        String name = at(position);
        if (name == null) {
            noteMissing(ProblemCode.NAME_MISSING, position);
            return "";
        }
        return name;
    }

    /** The id that ties a family and its members. Sixteen digits and more don't survive a numeric cell. */
    @Nullable String familyId(int position) {
        String id = at(position);
        if (id == null) {
            noteMissing(ProblemCode.FAMILY_ID_MISSING, position);
            return null;
        }
        boolean lost = isNumber(position) && Spelling.digits(id).length() > SAFE_DIGITS;
        if (lost || Nik.scientific(id)) {
            note(ProblemCode.FAMILY_ID_MISSING, position, id, null);
            return null;
        }
        return id;
    }

    /** A family card's number has the length of a NIK and suffers the same in a numeric cell. */
    @Nullable String kk(int position) {
        String kk = at(position);
        if (kk == null) {
            return null;
        }
        if (isNumber(position) || Nik.scientific(kk)) {
            note(ProblemCode.NIK_NUMERIC_CELL, position, kk, null);
            return null;
        }
        return Nik.clean(kk);
    }

    private boolean isNumber(int position) {
        return kind(position) == CellKind.NUMBER;
    }

    CellKind kind(int position) {
        return row.kind(task.columns[position]);
    }

    /** Sixteen digits, or null with the reason noted. */
    @Nullable String nik() {
        String cell = at(nikPosition);
        if (cell == null) {
            noteMissing(ProblemCode.NIK_MISSING, nikPosition);
            return null;
        }
        if (isNumber(nikPosition) || Nik.scientific(cell)) {
            note(ProblemCode.NIK_NUMERIC_CELL, nikPosition, cell, null);
            return null;
        }
        String nik = Nik.clean(cell);
        if (!Nik.isNumber(nik)) {
            note(ProblemCode.NIK_LENGTH, nikPosition, cell, null);
            return null;
        }
        if (nik.equals("0000000000000000")) {
            note(ProblemCode.NIK_MISSING, nikPosition, cell, null);
            return null;
        }
        return nik;
    }

    /** Where the NIK disagrees with the row: people move and registers err, so all of it is a warning. */
    void compareNik(@Nullable String nik, @Nullable LocalDate birthDate, @Nullable Sex sex, @Nullable Village village) {
        if (nik == null) {
            return;
        }
        String district = village == null ? null : village.digits().substring(0, DISTRICT_DIGITS);
        if (!Nik.ofDistrict(nik, district)) {
            note(ProblemCode.NIK_REGION, nikPosition, nik, district);
        }
        if (!Nik.possibleDay(nik) || birthDate != null && !Nik.born(nik, birthDate)) {
            note(ProblemCode.NIK_BIRTH_DATE, nikPosition, nik, birthDate == null ? null : birthDate.toString());
        }
        if (sex != null && Nik.woman(nik) != (sex == Sex.FEMALE)) {
            note(ProblemCode.NIK_SEX, nikPosition, nik, at(sexPosition));
        }
    }

    void noteDuplicateNik(String nik, RowOrigin firstPlace) {
        note(ProblemCode.NIK_DUPLICATE, nikPosition, nik, firstPlace.toString());
    }

    @Nullable Sex sex() {
        String sex = at(sexPosition);
        return sex == null ? null : Sex.read(sex);
    }

    @Nullable LocalDate birthDate(@Nullable String nik) throws IOException, FileRefused {
        return birthDates.read(nik);
    }

    /** Null where the cell holds no number. */
    @Nullable Integer decile() {
        String decile = at(decilePosition);
        if (decile == null || decile.length() > 2) {
            return null;
        }
        try {
            return Integer.valueOf(decile);
        } catch (NumberFormatException spelled) {
            return null;
        }
    }

    /** Null where the layout has no village; an empty or unknown code is an error. */
    @Nullable Village village() {
        if (villagePosition < 0) {
            return null;
        }
        String cell = at(villagePosition);
        String digits = cell == null ? "" : Spelling.digits(cell);
        Village village = digits.length() == VILLAGE_DIGITS ? villages.find(digits) : null;
        if (village == null) {
            note(ProblemCode.VILLAGE_UNKNOWN, villagePosition, cell, null);
            return null;
        }
        compareName(villageNames[0], village.name());
        compareName(villageNames[1], village.districtName());
        return village;
    }

    private void compareName(int position, String official) {
        String name = at(position);
        if (name != null && !villages.sameName(name, official)) {
            note(ProblemCode.VILLAGE_NAME_MISMATCH, position, name, official);
        }
    }
}

package id.tuntas.roster.internal;

import id.tuntas.platform.CopyRows;
import id.tuntas.rosterfile.FamilyRow;
import id.tuntas.rosterfile.MemberRow;
import id.tuntas.rosterfile.ProblemSink;
import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.RowOrigin;
import id.tuntas.rosterfile.RowSink;
import id.tuntas.rosterfile.RowValues;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.layout.Fields;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows and problems of one check on their way into the database, by COPY, in the caller's transaction. */
final class StagedRows implements RowSink, ProblemSink {

    private static final int SEND_AT = 4_000_000;
    private static final int VALUE_LENGTH = 500;
    private static final int VILLAGE_DIGITS = 10;

    private final JdbcTemplate jdbc;
    private final Release release;
    private final RowCells cells = new RowCells();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final CopyRows families = new CopyRows("""
            roster.family (regency_code, release_id, family_key, file_ordinal, sheet, row_number, village_code, head_name, address, nik,
                kk, sex, birth_date, cells, content_hash)
            """);
    private final CopyRows members = new CopyRows("""
            roster.member (regency_code, release_id, family_key, position, file_ordinal, sheet, row_number, person_id, name, nik,
                relationship, head, sex, birth_date, cells, content_hash)
            """);
    private final CopyRows problems = new CopyRows("""
            roster.problem (regency_code, release_id, ordinal, code, severity, file_ordinal, sheet, row_number, column_letter, value,
                related, family_key, head, village_code)
            """);
    private int position;
    private long found;
    private @Nullable RowOrigin lastPlace;
    private String lastKey = "";

    StagedRows(JdbcTemplate jdbc, Release release) {
        this.jdbc = jdbc;
        this.release = release;
        release.files().forEach(file -> ordinals.put(file.name(), ordinals.size() + 1));
    }

    @Override
    public void family(FamilyRow family) {
        remember(family.origin(), family.key());
        String address = family.address() == null ? "" : family.address();
        String sex = key(family.sex());
        families.add(
                release.regencyCode(),
                release.id(),
                family.key(),
                ordinals.get(family.origin().file()),
                sheet(family.origin().sheet()),
                family.origin().row(),
                family.villageCode(),
                family.headName(),
                address,
                family.nik(),
                family.kk(),
                sex,
                family.birthDate(),
                cells.json(family.values()),
                cells.familyHash(
                        family.values(),
                        family.villageCode(),
                        family.headName(),
                        address,
                        family.nik(),
                        family.kk(),
                        sex,
                        family.birthDate()));
        sendWhenFull(families);
    }

    @Override
    public void member(MemberRow member) {
        remember(member.origin(), member.familyKey());
        String sex = key(member.sex());
        String relationship = member.values().find(Fields.RELATIONSHIP);
        members.add(
                release.regencyCode(),
                release.id(),
                member.familyKey(),
                ++position,
                ordinals.get(member.origin().file()),
                sheet(member.origin().sheet()),
                member.origin().row(),
                member.personId(),
                member.name(),
                member.nik(),
                relationship,
                member.relationship() == Relationship.HEAD,
                sex,
                member.birthDate(),
                cells.json(member.values()),
                cells.memberHash(member.name(), member.nik(), relationship, sex, member.birthDate()));
        sendWhenFull(members);
    }

    @Override
    public void problem(RosterProblem problem) {
        add(problem, null, null, null);
    }

    @Override
    public void problem(RosterProblem problem, RowValues row) {
        boolean letIn = new RowOrigin(problem.file(), problem.sheet(), problem.row() == null ? 0 : problem.row())
                .equals(lastPlace);
        String head = row.find(Fields.HEAD_NAME);
        add(problem, letIn ? lastKey : null, head == null ? row.find(Fields.NAME) : head, village(row));
    }

    private void add(
            RosterProblem problem, @Nullable String familyKey, @Nullable String head, @Nullable String village) {
        problems.add(
                release.regencyCode(),
                release.id(),
                ++found,
                problem.code().key(),
                problem.severity().key(),
                ordinals.get(problem.file()),
                sheet(problem.sheet()),
                problem.row(),
                problem.column(),
                cut(problem.value()),
                cut(problem.related()),
                familyKey,
                cut(head),
                village);
        sendWhenFull(problems);
    }

    private void remember(RowOrigin place, String key) {
        lastPlace = place;
        lastKey = key;
    }

    private static String sheet(@Nullable String sheet) {
        return sheet == null ? "" : sheet;
    }

    private static @Nullable String key(@Nullable Sex sex) {
        return switch (sex) {
            case null -> null;
            case MALE -> "male";
            case FEMALE -> "female";
        };
    }

    private static @Nullable String cut(@Nullable String value) {
        return value == null || value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH);
    }

    /** With dots, as the regions write it; null for what is no village's code. */
    private static @Nullable String village(RowValues row) {
        String cell = row.find(Fields.VILLAGE_CODE);
        String digits = cell == null ? "" : Spelling.digits(cell);
        return digits.length() == VILLAGE_DIGITS
                ? digits.substring(0, 2) + "." + digits.substring(2, 4) + "." + digits.substring(4, 6) + "."
                        + digits.substring(6)
                : null;
    }

    private void sendWhenFull(CopyRows rows) {
        if (rows.size() >= SEND_AT) {
            rows.send(jdbc);
        }
    }

    void sendRest() {
        families.send(jdbc);
        members.send(jdbc);
        problems.send(jdbc);
    }
}

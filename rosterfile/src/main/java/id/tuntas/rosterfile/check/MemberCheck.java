package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.MemberRow;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.check.Households.Household;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Row;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of a member list. */
final class MemberCheck implements RowCheck {

    private static final List<ProblemTexts> TEXTS =
            List.of(ProblemTexts.in(Locale.of("id")), ProblemTexts.in(Locale.ENGLISH));

    private final SheetTask task;
    private final Roll roll;
    private final PersonReading person;
    private final int keyPosition;
    private final boolean keyedByKk;

    MemberCheck(SheetTask task, Roll roll) {
        this.task = task;
        this.roll = roll;
        this.person = new PersonReading(task, roll);
        this.keyedByKk = task.layout.familyKey().equals(Fields.KK);
        this.keyPosition = task.position(task.layout.familyKey());
    }

    @Override
    public RowReading reading() {
        return person.reading();
    }

    @Override
    public Verdict check(Row row) throws IOException, FileRefused {
        RowReading reading = person.reading();
        reading.start(row);
        roll.outcome.members++;
        String key = key(reading);
        Household household = key == null ? null : household(key, reading);
        MemberRow member = person.read(key == null ? "" : key, household);
        if (reading.hasError() || !task.complete() || key == null) {
            return Verdict.of(Fate.REJECTED, reading);
        }
        if (household == null || household.rejected) {
            String family =
                    household == null ? "" : roll.origin(household.place).toString();
            return new Verdict(Fate.WITHHELD, reading.problems(), family);
        }
        household.memberAccepted = true;
        roll.outcome.acceptedMembers++;
        roll.sink.member(member);
        return Verdict.of(Fate.ACCEPTED, reading);
    }

    private @Nullable String key(RowReading reading) {
        if (!keyedByKk) {
            return reading.familyId(keyPosition);
        }
        if (reading.at(keyPosition) == null) {
            reading.noteMissing(ProblemCode.FAMILY_ID_MISSING, keyPosition);
            return null;
        }
        return reading.kk(keyPosition);
    }

    /** The row's old reason names the very family that it names now: nobody mended it. */
    private boolean isStillBlamed(String key, RowReading reading) {
        RosterProblem blame =
                new RosterProblem(ProblemCode.MEMBER_WITHOUT_FAMILY, task.fileName, null, null, null, key, null);
        String reason = reading.text(task.reasonColumn);
        return TEXTS.stream().anyMatch(texts -> reason.contains(texts.message(blame)));
    }

    private @Nullable Household household(String key, RowReading reading) {
        if (!roll.familiesGiven) {
            return roll.households.getOrAdd(key);
        }
        Household household = roll.households.find(key);
        if (household == null && task.mended() && !isStillBlamed(key, reading)) {
            return roll.households.getOrAdd(key);
        }
        if (household == null && roll.familiesKnown) {
            reading.note(ProblemCode.MEMBER_WITHOUT_FAMILY, keyPosition, key, null);
        }
        return household;
    }
}

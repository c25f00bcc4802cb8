package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.FamilyRow;
import id.tuntas.rosterfile.MemberRow;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.check.Households.Household;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Row;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sheet where each person carries the family's columns. The head's row makes the family; of a family without a
 * head, its first accepted row does, at the end of the sheet.
 */
final class PersonCheck implements RowCheck {

    private final SheetTask task;
    private final Roll roll;
    private final PersonReading person;
    private final int kkPosition;
    private final int idPosition;
    private final int addressPosition;
    private final Map<String, FamilyRow> waiting = new LinkedHashMap<>();
    private final Map<String, Household> started = new HashMap<>();

    PersonCheck(SheetTask task, Roll roll) {
        this.task = task;
        this.roll = roll;
        this.person = new PersonReading(task, roll);
        this.kkPosition = task.position(Fields.KK);
        this.idPosition = task.position(Fields.FAMILY_ID);
        this.addressPosition = task.position(Fields.ADDRESS);
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
        String kk = reading.kk(kkPosition);
        String key = kk != null ? kk : reading.at(idPosition);
        if (key == null && reading.at(kkPosition) == null) {
            reading.noteMissing(ProblemCode.FAMILY_ID_MISSING, kkPosition);
        }
        Household household = key == null ? null : household(key, row.number());
        MemberRow member = person.read(key == null ? "" : key, household);
        if (reading.hasError() || !task.complete() || key == null || household == null) {
            return Verdict.of(Fate.REJECTED, reading);
        }
        household.memberAccepted = true;
        roll.outcome.acceptedMembers++;
        roll.sink.member(member);
        if (started.containsKey(key)) {
            family(key, kk, member, household);
        }
        return Verdict.of(Fate.ACCEPTED, reading);
    }

    /** A family that a family list or an earlier sheet gave stays as it was given. */
    private Household household(String key, int row) {
        Household household = roll.households.getOrAdd(key);
        if (household.place == Places.NONE) {
            household.place = Places.place(task.index, row);
            household.rejected = true;
            roll.outcome.families++;
            started.put(key, household);
        }
        return household;
    }

    private void family(String key, @Nullable String kk, MemberRow member, Household household) {
        boolean head = member.relationship() == Relationship.HEAD;
        if (!household.rejected || !head && waiting.containsKey(key)) {
            return;
        }
        String village = member.villageCode();
        if (village == null) {
            return;
        }
        String id = person.reading().at(idPosition);
        FamilyRow family = new FamilyRow(
                member.origin(),
                key,
                id == null ? key : id,
                kk,
                village,
                member.name(),
                member.nik(),
                member.sex(),
                member.birthDate(),
                person.reading().at(addressPosition),
                person.reading().decile(),
                member.values());
        if (head) {
            waiting.remove(key);
            accept(family, household);
        } else {
            waiting.put(key, family);
        }
    }

    private void accept(FamilyRow family, Household household) {
        household.rejected = false;
        household.place = Places.place(task.index, family.origin().row());
        roll.outcome.acceptedFamilies++;
        roll.sink.family(family);
    }

    @Override
    public void end() {
        waiting.forEach((key, family) -> {
            Household household = started.get(key);
            if (household != null) {
                accept(family, household);
            }
        });
        waiting.clear();
    }
}

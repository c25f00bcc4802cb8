package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.FamilyRow;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.Village;
import id.tuntas.rosterfile.check.Households.Household;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Row;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of a family list. */
final class FamilyCheck implements RowCheck {

    private final SheetTask task;
    private final Roll roll;
    private final RowReading reading;
    private final int idPosition;
    private final int kkPosition;
    private final int namePosition;
    private final int addressPosition;
    private final boolean keyedByKk;

    FamilyCheck(SheetTask task, Roll roll) {
        this.task = task;
        this.roll = roll;
        this.reading = new RowReading(task, roll.today, roll.villages);
        this.idPosition = task.position(Fields.FAMILY_ID);
        this.kkPosition = task.position(Fields.KK);
        this.namePosition = task.position(Fields.HEAD_NAME);
        this.addressPosition = task.position(Fields.ADDRESS);
        this.keyedByKk = task.layout.familyKey().equals(Fields.KK);
    }

    @Override
    public RowReading reading() {
        return reading;
    }

    @Override
    public Verdict check(Row row) throws IOException, FileRefused {
        reading.start(row);
        roll.outcome.families++;
        String id = reading.familyId(idPosition);
        String kk = reading.kk(kkPosition);
        String name = reading.name(namePosition);
        Village village = reading.village();
        String nik = reading.nik();
        Sex sex = reading.sex();
        LocalDate birthDate = reading.birthDate(nik);
        reading.compareNik(nik, birthDate, sex, village);
        long place = Places.place(task.index, row.number());
        if (nik != null) {
            long firstPlace = roll.familyNiks.firstOrAdd(Long.parseLong(nik), place);
            if (firstPlace != Places.NONE) {
                reading.noteDuplicateNik(nik, roll.origin(firstPlace));
            }
        }
        String key = keyedByKk && kk != null ? kk : id;
        Household household = key == null ? null : household(key, id, place);
        boolean accepted = !reading.hasError() && task.complete();
        if (household != null) {
            household.rejected = !accepted;
        }
        if (accepted && key != null && id != null && village != null) {
            roll.outcome.acceptedFamilies++;
            roll.sink.family(new FamilyRow(
                    reading.origin(),
                    key,
                    id,
                    kk,
                    village.code(),
                    name,
                    nik,
                    sex,
                    birthDate,
                    reading.at(addressPosition),
                    reading.decile(),
                    reading.values()));
            return Verdict.of(Fate.ACCEPTED, reading);
        }
        return Verdict.of(Fate.REJECTED, reading);
    }

    /** The household that this row is the first of; null, with the duplicate noted, when it is not. */
    private @Nullable Household household(String key, @Nullable String id, long place) {
        Household household = roll.households.getOrAdd(key);
        if (household.place != Places.NONE) {
            noteDuplicate(keyedByKk ? kkPosition : idPosition, household.place);
            return null;
        }
        household.place = place;
        Long sameId = keyedByKk && id != null ? roll.familyIds.putIfAbsent(id, place) : null;
        if (sameId != null) {
            noteDuplicate(idPosition, sameId);
        }
        return household;
    }

    private void noteDuplicate(int position, long firstPlace) {
        reading.note(
                ProblemCode.FAMILY_DUPLICATE,
                position,
                reading.at(position),
                roll.origin(firstPlace).toString());
    }
}

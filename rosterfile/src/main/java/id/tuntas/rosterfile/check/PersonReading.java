package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.MemberRow;
import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.Village;
import id.tuntas.rosterfile.check.Households.Household;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.FileRefused;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a member list and a person-per-row sheet say of a person. */
final class PersonReading {

    /** P3KE's own line: KELUARGA TIDAK ADA USIA 17+ TAHUN. */
    private static final int ADULT = 17;

    private final SheetTask task;
    private final Roll roll;
    private final RowReading reading;
    private final LocalDate adultsBornUntil;
    private final int namePosition;
    private final int idPosition;
    private final int relationshipPosition;

    PersonReading(SheetTask task, Roll roll) {
        this.task = task;
        this.roll = roll;
        this.reading = new RowReading(task, roll.today, roll.villages);
        this.adultsBornUntil = roll.today.minusYears(ADULT);
        this.namePosition = task.position(Fields.NAME);
        this.idPosition = task.position(Fields.PERSON_ID);
        this.relationshipPosition = task.position(Fields.RELATIONSHIP);
    }

    RowReading reading() {
        return reading;
    }

    /** Reads the row in hand and counts it for its household, rejected or not: a mistyped head is still a head. */
    MemberRow read(String key, @Nullable Household household) throws IOException, FileRefused {
        String name = reading.name(namePosition);
        Village village = reading.village();
        String nik = reading.nik();
        Sex sex = reading.sex();
        LocalDate birthDate = reading.birthDate(nik);
        reading.compareNik(nik, birthDate, sex, village);
        if (nik != null) {
            long firstPlace =
                    roll.memberNiks.firstOrAdd(Long.parseLong(nik), Places.place(task.index, reading.rowNumber()));
            if (firstPlace != Places.NONE) {
                reading.noteDuplicateNik(nik, roll.origin(firstPlace));
            }
        }
        String word = reading.at(relationshipPosition);
        Relationship relationship = word == null ? null : Relationship.read(word);
        if (household != null) {
            household.members++;
            household.heads += relationship == Relationship.HEAD ? 1 : 0;
            household.adult |= birthDate == null || !birthDate.isAfter(adultsBornUntil);
        }
        return new MemberRow(
                reading.origin(),
                key,
                reading.at(idPosition),
                name,
                nik,
                sex,
                birthDate,
                relationship,
                village == null ? null : village.code(),
                reading.values());
    }
}

package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.Village;
import java.time.LocalDate;
import java.util.List;

/** One made-up family; the first person is its head. No such family exists: names are invented, NIKs are built from codes and made-up dates. */
public record SampleFamily(
        String familyId, String kk, Village village, String address, String rt, int decile, List<Person> people) {

    public SampleFamily {
        people = List.copyOf(people);
    }

    public Person head() {
        return people.getFirst();
    }

    public record Person(
            String personId, String name, String nik, Sex sex, Relationship relationship, LocalDate birthDate) {}
}

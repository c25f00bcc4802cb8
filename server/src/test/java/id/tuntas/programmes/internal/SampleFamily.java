package id.tuntas.programmes.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.MemberExistence;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Contact;
import id.tuntas.forms.VervalAnswers.Header;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.KkCard;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalAnswers.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invented family in 2023 that lacks nothing: a tiled house of its own and one man of 45, healthy, insured and at work for somebody. */
final class SampleFamily {

    static final int YEAR = 2023;

    private final Map<String, String> house = new HashMap<>(Map.of(
            "ownership", "own",
            "land", "letter",
            "roof", "tile",
            "wall", "brick",
            "floor", "cement",
            "toilet", "own",
            "water", "piped",
            "light", "pln_metered",
            "power", "up_to_900"));
    private final List<Member> members = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final List<Aid> aid = new ArrayList<>();
    private @Nullable Integer repaired;
    private final List<String> wishes = new ArrayList<>();
    private final Set<String> withNik = new HashSet<>();
    private String job = "private_employee";
    private String jobStatus = "employee";
    private String familyCard = "shown";

    SampleFamily() {
        person(45).with();
    }

    /** One more person, or the first one anew with {@link #alone}. */
    Person person(Integer age) {
        return new Person(age);
    }

    SampleFamily alone() {
        members.clear();
        withNik.clear();
        return this;
    }

    SampleFamily house(String part, String value) {
        house.put(part, value);
        return this;
    }

    SampleFamily asset(String asset) {
        assets.add(asset);
        return this;
    }

    SampleFamily aid(String programme, Integer year) {
        aid.add(new Aid(programme, year));
        return this;
    }

    SampleFamily repaired(int year) {
        repaired = year;
        return this;
    }

    SampleFamily wish(String need) {
        wishes.add(need);
        return this;
    }

    SampleFamily job(String work, String status) {
        job = work;
        jobStatus = status;
        return this;
    }

    SampleFamily familyCard(String status) {
        familyCard = status;
        return this;
    }

    Map<String, Object> facts() {
        VervalAnswers answers = new VervalAnswers(
                new Header(null, null, null, null, null, null),
                null,
                new Contact(ContactResult.FOUND, 1, List.of(), null, null, null, null),
                null,
                members,
                null,
                new Livelihood(job, jobStatus, 900_000L, 0L, 700_000L, 300_000L),
                new Housing(
                        house.get("ownership"),
                        36,
                        house.get("roof"),
                        house.get("roofQuality"),
                        house.get("wall"),
                        house.get("wallQuality"),
                        house.get("floor"),
                        house.get("floorQuality"),
                        house.get("toilet"),
                        house.get("water"),
                        house.get("light"),
                        house.get("power"),
                        "gas_electric",
                        house.get("land")),
                assets,
                aid,
                wishes,
                new KkCard(familyCard, null),
                null,
                null,
                Map.of(),
                null,
                null);
        return FamilyFacts.of(answers, withNik, repaired, YEAR);
    }

    final class Person {
        private final Integer age;
        private String sex = "male";
        private String disability = "none";
        private String school;
        private String pregnancy;
        private String jkn = "paid_by_state";
        private boolean nik = true;

        private Person(Integer age) {
            this.age = age;
            school = age != null && age >= 5 && age <= 24 ? "finished" : null;
        }

        Person woman(String said) {
            sex = "female";
            pregnancy = said;
            return this;
        }

        Person disability(String said) {
            disability = said;
            return this;
        }

        Person school(String said) {
            school = said;
            return this;
        }

        Person jkn(String said) {
            jkn = said;
            return this;
        }

        Person withoutNik() {
            nik = false;
            return this;
        }

        SampleFamily with() {
            String id = "anggota-" + members.size();
            if (nik) {
                withNik.add(id);
            }
            members.add(new Member(
                    id, null, null, null, sex, age, MemberExistence.HERE, disability, "none", school, pregnancy, jkn));
            return SampleFamily.this;
        }
    }
}

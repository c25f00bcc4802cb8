package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.Village;
import id.tuntas.rosterfile.layout.BulelengRegions;
import id.tuntas.rosterfile.sample.SampleFamily.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up families, one after the other; the same seed gives the same ones. */
final class SampleFamilies {

    private static final LocalDate BORN_BEFORE = LocalDate.of(2022, 10, 1);
    private static final LocalDate FIRST_CARD = LocalDate.of(2008, 1, 1);
    private static final int CARD_DAYS = 5_000;
    private static final long MOST_PEOPLE = 10;
    private static final List<List<String>> MEN = List.of(
            List.of("I Wayan", "I Gede", "Putu"),
            List.of("I Made", "I Kadek"),
            List.of("I Nyoman", "I Komang"),
            List.of("I Ketut"));
    private static final List<List<String>> WOMEN = List.of(
            List.of("Ni Wayan", "Ni Luh", "Ni Putu"),
            List.of("Ni Made", "Ni Kadek"),
            List.of("Ni Nyoman", "Ni Komang"),
            List.of("Ni Ketut"));
    private static final List<String> SECOND = List.of(
            "Contoh",
            "Umpama",
            "Misal",
            "Ibarat",
            "Rekaan",
            "Andai",
            "Laksana",
            "Peraga",
            "Tiruan",
            "Gambaran",
            "Teladan",
            "Upama",
            "Cerita",
            "Kisah",
            "Tembang",
            "Lontar",
            "Wayang",
            "Topeng",
            "Kelir",
            "Gending");
    private static final List<String> HAMLETS = List.of(
            "Kaja", "Kelod", "Kangin", "Kauh", "Tengah", "Dajan Margi", "Delod Margi", "Kawan", "Anyar", "Dauh Pura");

    private final List<Village> villages;
    private final Random random;
    private final Serials persons;
    private final Serials cards;
    private final int first;
    private int families;
    private long serial;

    SampleFamilies(SampleOrder order) {
        random = new Random(order.seed());
        first = order.first();
        serial = (first - 1) * MOST_PEOPLE;
        persons = new Serials(first);
        cards = new Serials(first);
        villages = villages(order);
    }

    /** The village of each family, in the order of the list. */
    private List<Village> villages(SampleOrder order) {
        BulelengRegions regions = BulelengRegions.load();
        List<Village> dealt = new ArrayList<>(order.families());
        if (order.byDistrict().isEmpty()) {
            List<Village> all = List.copyOf(regions.villages());
            for (int i = 0; i < order.families(); i++) {
                dealt.add(all.get((int) ((long) i * all.size() / order.families())));
            }
            return dealt;
        }
        for (Map.Entry<String, Integer> district : new TreeMap<>(order.byDistrict()).entrySet()) {
            List<Village> all = regions.villagesOf(district.getKey());
            for (int i = 0; i < district.getValue(); i++) {
                dealt.add(all.get((int) ((long) i * all.size() / district.getValue())));
            }
        }
        return dealt;
    }

    boolean hasNext() {
        return families < villages.size();
    }

    SampleFamily next() {
        Village village = villages.get(families);
        families++;
        Sex headSex = random.nextInt(5) == 0 ? Sex.FEMALE : Sex.MALE;
        List<Person> people = new ArrayList<>();
        LocalDate headBorn = born(28 + random.nextInt(45));
        people.add(person(village, headSex, Relationship.HEAD, headBorn, random.nextInt(4)));
        if (headSex == Sex.MALE && random.nextInt(6) > 0) {
            LocalDate spouseBorn = headBorn.plusYears(random.nextInt(7) - 1L).plusDays(random.nextInt(300));
            people.add(person(village, Sex.FEMALE, Relationship.SPOUSE, spouseBorn, random.nextInt(4)));
        }
        int children = random.nextInt(4);
        for (int i = 0; i < children; i++) {
            LocalDate childBorn =
                    headBorn.plusYears(21 + 3L * i + random.nextInt(3)).plusDays(random.nextInt(360));
            if (childBorn.isBefore(BORN_BEFORE)) {
                people.add(person(
                        village,
                        random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                        Relationship.CHILD,
                        childBorn,
                        Math.min(i, 3)));
            }
        }
        if (random.nextInt(7) == 0) {
            people.add(person(village, Sex.FEMALE, Relationship.OTHER, headBorn.minusYears(24), random.nextInt(4)));
        }
        LocalDate issued = FIRST_CARD.plusDays(random.nextInt(CARD_DAYS));
        String kk = cards.next(village.district(), issued.getDayOfMonth(), issued);
        return new SampleFamily(
                String.format(Locale.ROOT, "5108%010d", first - 1 + families),
                kk,
                village,
                "Banjar Dinas " + HAMLETS.get(random.nextInt(HAMLETS.size())) + ", " + village.name(),
                String.format(Locale.ROOT, "%03d", 1 + random.nextInt(12)),
                random.nextInt(3) == 0 ? 2 : 1,
                people);
    }

    private LocalDate born(int age) {
        return BORN_BEFORE.minusYears(age).minusDays(random.nextInt(365));
    }

    private Person person(Village village, Sex sex, Relationship relationship, LocalDate born, int order) {
        List<String> first = (sex == Sex.MALE ? MEN : WOMEN).get(order);
        String name = first.get(random.nextInt(first.size())) + " " + SECOND.get(random.nextInt(SECOND.size())) + " "
                + SECOND.get(random.nextInt(SECOND.size()));
        serial++;
        String nik = persons.next(village.district(), born.getDayOfMonth() + (sex == Sex.FEMALE ? 40 : 0), born);
        return new Person(String.format(Locale.ROOT, "51080%011d", serial), name, nik, sex, relationship, born);
    }
}

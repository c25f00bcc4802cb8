package id.tuntas.demo.internal;

import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who works in the demo; all names are invented. The personas come first. */
final class DemoPeople {

    static final String REGENCY = "51.08";
    static final String COORDINATOR = "citra";
    static final String AGENCY = "dewa";
    static final String REGENT_OFFICE = "wira";
    static final DemoDistrict HOME = DemoDistrict.SUKASADA;
    static final int OFFICERS = 83;

    private static final List<String> FIRST = List.of(
            "I Wayan",
            "Ni Made",
            "I Nyoman",
            "Ni Ketut",
            "Putu",
            "I Kadek",
            "Ni Komang",
            "I Gede",
            "Ni Luh",
            "I Ketut");
    private static final List<String> LAST =
            List.of("Umpama", "Misal", "Ibarat", "Andai", "Laksana", "Peraga", "Teladan", "Lontar", "Kelir", "Gending");

    /** @param role null for somebody without any right */
    record Person(String username, String name, @Nullable Role role, String region) {

        List<Grant> grants() {
            return role == null ? List.of() : List.of(new Grant(role, region));
        }
    }

    private DemoPeople() {}

    static List<Person> personas() {
        return List.of(
                new Person("ani", "Ani Contoh", Role.OFFICER, HOME.code()),
                new Person("budi", "Budi Contoh", Role.DISTRICT_COORDINATOR, HOME.code()),
                new Person(COORDINATOR, "Citra Contoh", Role.REGENCY_COORDINATOR, REGENCY),
                new Person(AGENCY, "Dewa Contoh", Role.AGENCY, REGENCY),
                new Person("eka", "Eka Contoh", Role.LEADER, REGENCY),
                new Person(REGENT_OFFICE, "Wira Contoh", Role.REGENT_OFFICE, REGENCY),
                new Person("fajar", "Fajar Contoh", Role.AUDITOR, REGENCY),
                new Person("gita", "Gita Contoh", null, REGENCY));
    }

    /** Usernames of who answers for each agency of the usual programmes, by its name. */
    static final Map<String, String> AGENCIES = Map.of(
            "Dinas Perumahan dan Permukiman", AGENCY,
            "Dinas Sosial", "opd-sosial",
            "Dinas Kesehatan", "opd-kesehatan",
            "Dinas Pendidikan", "opd-pendidikan",
            "Dinas Kependudukan dan Pencatatan Sipil", "opd-dukcapil",
            "Dinas Tenaga Kerja", "opd-tenaga-kerja",
            "Dinas Koperasi dan UKM", "opd-koperasi",
            "Dinas Pekerjaan Umum", "opd-pekerjaan-umum",
            "Pemerintah desa", "opd-desa",
            "PLN", "opd-pln");

    /** The personas, a coordinator for each other district, the other officers, where the families are, and the other agencies. */
    static List<Person> all() {
        List<Person> people = new ArrayList<>(personas());
        int[] officers = Apportionment.of(OFFICERS, DemoDistrict.families());
        for (DemoDistrict district : DemoDistrict.values()) {
            if (district != HOME) {
                people.add(new Person(
                        coordinator(district), name(people.size()), Role.DISTRICT_COORDINATOR, district.code()));
            }
            for (int number = district == HOME ? 2 : 1; number <= officers[district.ordinal()]; number++) {
                String username = String.format(Locale.ROOT, "petugas-%s-%02d", key(district), number);
                people.add(new Person(username, name(people.size()), Role.OFFICER, district.code()));
            }
        }
        AGENCIES.values().stream()
                .filter(username -> !username.equals(AGENCY))
                .sorted()
                .forEach(username -> people.add(new Person(username, name(people.size()), Role.AGENCY, REGENCY)));
        return people;
    }

    /** Username of who reviews the district's visits. */
    static String coordinator(DemoDistrict district) {
        return district == HOME ? "budi" : "korcam-" + key(district);
    }

    private static String key(DemoDistrict district) {
        return district.name().toLowerCase(Locale.ROOT);
    }

    /** The same number has the same name. */
    static String name(int number) {
        return FIRST.get(number % FIRST.size()) + " "
                + LAST.get(number / FIRST.size() % LAST.size()) + " "
                + LAST.get((number * 7 + 3) % LAST.size());
    }
}

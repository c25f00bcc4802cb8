package id.tuntas.demo.internal;

import id.tuntas.cases.CaseMember;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.MemberExistence;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.PovertyLine;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Attempt;
import id.tuntas.forms.VervalAnswers.Contact;
import id.tuntas.forms.VervalAnswers.Header;
import id.tuntas.forms.VervalAnswers.KkCard;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.forms.VervalAnswers.Member;
import id.tuntas.forms.VervalAnswers.Respondent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What an officer fills in at an address, so that the finding its answers propose is the planned one. */
final class DemoAnswers {

    private static final long THOUSAND = 1_000;
    private static final List<String> DISABILITIES = List.of("physical", "sensory", "intellectual", "mental");
    private static final List<String> ILLNESSES = List.of("hypertension", "diabetes", "asthma", "stroke", "heart");

    private final DemoVisit visit;
    private final Random chance;
    private final DemoOutcome outcome;

    private DemoAnswers(DemoVisit visit) {
        this.visit = visit;
        this.chance = visit.familyChance();
        this.outcome = visit.road().outcome();
    }

    /** The answers with the names of the photos the round asks for; {@link PhotoKind} says what each one shows. */
    static VervalAnswers of(DemoVisit visit) {
        VervalAnswers bare = new DemoAnswers(visit).answers(Map.of());
        Map<PhotoKind, String> photos = new EnumMap<>(PhotoKind.class);
        long first = visit.startedAt().toEpochMilli();
        for (PhotoKind kind : visit.round().evidence().missing(bare)) {
            photos.put(kind, first + (kind.ordinal() + 1) * 17_311L + ".jpg");
        }
        return new DemoAnswers(visit).answers(photos);
    }

    private VervalAnswers answers(Map<PhotoKind, String> photos) {
        boolean found = outcome.contact() == ContactResult.FOUND;
        List<Member> members = found ? members() : List.of();
        int here = (int) members.stream()
                .filter(member -> member.existence() == MemberExistence.HERE)
                .count();
        return new VervalAnswers(
                new Header(
                        visit.round().formVersion(),
                        visit.instanceId(),
                        visit.replaces(),
                        visit.startedAt(),
                        visit.endedAt(),
                        "demo"),
                visit.family().number().text(),
                contact(),
                found ? new Respondent(visit.family().headName(), true) : null,
                members,
                null,
                found ? livelihood(here) : new Livelihood(null, null, null, null, null, null),
                found ? DemoHouse.draw(outcome, here, chance) : DemoHouse.unseen(),
                found ? assets() : List.of(),
                found ? aid() : List.of(),
                found ? needs() : List.of(),
                found ? kkCard() : new KkCard(null, null),
                location(),
                null,
                photos,
                found ? visit.startedAt().toEpochMilli() + 211_777L + ".jpg" : null,
                note());
    }

    private Contact contact() {
        return switch (outcome) {
            case EXTREMELY_POOR, POOR, NOT_POOR -> new Contact(outcome.contact(), 1, List.of(), null, null, null, null);
            case NOT_FOUND ->
                new Contact(
                        outcome.contact(),
                        2,
                        List.of(
                                new Attempt(visit.day().minusDays(1), "morning"),
                                new Attempt(visit.day(), "afternoon")),
                        pick("hamlet_head", "neighbour", "village_office"),
                        null,
                        null,
                        "Alamat didatangi dua kali; tetangga dan kelian banjar tidak mengenal keluarga ini.");
            case DECEASED ->
                new Contact(
                        outcome.contact(),
                        1,
                        List.of(),
                        pick("hamlet_head", "relative"),
                        null,
                        null,
                        "Semua anggota sudah meninggal menurut keterangan keluarga dan banjar.");
            case DUPLICATE ->
                new Contact(
                        outcome.contact(),
                        1,
                        List.of(),
                        "village_office",
                        null,
                        "Sudah didata bersama keluarga anaknya",
                        "Keluarga yang sama tercatat dua kali dalam daftar.");
        };
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (CaseMember listed : visit.members()) {
            members.add(member(listed, members.isEmpty()));
        }
        return members;
    }

    private Member member(CaseMember listed, boolean head) {
        boolean here = head || !oneIn(25);
        Integer age = listed.ageOn(visit.day());
        String sex = sex(listed.sex());
        boolean schoolAge = age == null || age >= 5 && age <= 24;
        boolean maybePregnant = "female".equals(sex) && (age == null || age >= 10 && age <= 54);
        MemberExistence gone = oneIn(3) ? MemberExistence.DECEASED : MemberExistence.MOVED;
        return new Member(
                listed.id().toString(),
                listed.name(),
                null,
                head ? "head" : relationship(listed.relationship()),
                sex,
                age,
                here ? MemberExistence.HERE : gone,
                here ? oneIn(22) ? pick(DISABILITIES) : "none" : null,
                here ? oneIn(10) ? pick(ILLNESSES) : "none" : null,
                here && schoolAge ? school(age) : null,
                here && maybePregnant ? age != null && age >= 20 && age <= 40 && oneIn(18) ? "pregnant" : "no" : null,
                here ? oneIn(9) ? "none" : "paid_by_state" : null);
    }

    private String school(@Nullable Integer age) {
        if (age == null || age > 18) {
            return "finished";
        }
        if (age < 7) {
            return "not_yet";
        }
        return outcome != DemoOutcome.NOT_POOR && age > 12 && oneIn(9) ? "dropped_out" : "in_school";
    }

    private static String relationship(@Nullable String word) {
        String lower = word == null ? "" : word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("istri") || lower.startsWith("suami") || lower.equals("spouse")) {
            return "spouse";
        }
        return lower.startsWith("anak") || lower.equals("child") ? "child" : "other";
    }

    private static @Nullable String sex(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("l") || lower.startsWith("m") ? "male" : "female";
    }

    /** Expenditure a person lies well inside the planned finding's side of the lines. */
    private Livelihood livelihood(int here) {
        PovertyLine line = visit.round().povertyLineOn(visit.day());
        double low = outcome == DemoOutcome.EXTREMELY_POOR
                ? line.extreme() * 0.55
                : outcome == DemoOutcome.POOR ? line.extreme() * 1.03 : line.poor() * 1.05;
        double high = outcome == DemoOutcome.EXTREMELY_POOR
                ? line.extreme() * 0.97
                : outcome == DemoOutcome.POOR ? line.poor() * 0.97 : line.poor() * 1.7;
        long total = thousands((low + chance.nextDouble() * (high - low)) * here);
        long food = thousands(total * (0.58 + chance.nextDouble() * 0.14));
        boolean helped = oneIn(5);
        long income = thousands(total * (0.8 + chance.nextDouble() * 0.2));
        long other = helped ? thousands(income * 0.25) : 0;
        String job = pick("farmer", "farmer", "casual", "casual", "casual", "trader", "fisher", "self_employed");
        String status =
                job.equals("casual") ? "freelance" : oneIn(4) && job.equals("farmer") ? "with_unpaid" : "own_account";
        return new Livelihood(job, status, income - other, other, food, total - food);
    }

    private static long thousands(double rupiah) {
        return (long) (rupiah / THOUSAND) * THOUSAND;
    }

    private List<String> assets() {
        return switch (outcome) {
            case EXTREMELY_POOR -> pick(List.of(List.of("none"), List.of("livestock"), List.of("phone")));
            case POOR ->
                pick(List.of(
                        List.of("phone"),
                        List.of("motorcycle", "phone"),
                        List.of("livestock", "television"),
                        List.of("motorcycle", "television", "phone")));
            default ->
                pick(List.of(
                        List.of("motorcycle", "fridge", "television", "phone"),
                        List.of("savings", "land", "motorcycle", "phone"),
                        List.of("motorcycle", "car", "fridge", "phone")));
        };
    }

    private List<Aid> aid() {
        if (outcome == DemoOutcome.NOT_POOR || oneIn(5)) {
            return List.of();
        }
        int year = 2020 + chance.nextInt(3);
        return oneIn(3)
                ? List.of(new Aid("pkh", year), new Aid("sembako", year))
                : List.of(new Aid(pick("sembako", "blt_dd", "bst"), year));
    }

    private List<String> needs() {
        if (outcome == DemoOutcome.NOT_POOR) {
            return List.of("none");
        }
        return pick(List.of(
                List.of("food", "cash"),
                List.of("house_repair", "toilet"),
                List.of("food", "clean_water"),
                List.of("business_capital"),
                List.of("education", "food"),
                List.of("health_insurance", "cash")));
    }

    /** Sixteen digits: the district, a day of issue, a serial. */
    private KkCard kkCard() {
        int turn = chance.nextInt(100);
        if (turn >= 62) {
            return new KkCard(turn < 92 ? "not_at_hand" : "none", null);
        }
        String number = visit.family().districtCode().replace(".", "")
                + String.format(
                        Locale.ROOT,
                        "%02d%02d%02d%04d",
                        1 + chance.nextInt(28),
                        1 + chance.nextInt(12),
                        6 + chance.nextInt(16),
                        (visit.road().family() + 1) % 10_000);
        return new KkCard("shown", number);
    }

    /** Within some two kilometres of the village's centroid. */
    private @Nullable Location location() {
        Double lat = visit.village().lat();
        Double lng = visit.village().lng();
        if (lat == null || lng == null) {
            return null;
        }
        return new Location(
                rounded(lat + chance.nextGaussian() * 0.006),
                rounded(lng + chance.nextGaussian() * 0.006),
                (double) (20 + chance.nextInt(600)),
                (double) (4 + chance.nextInt(20)));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private @Nullable String note() {
        if (visit.replaces() != null) {
            return "Diperbaiki sesuai catatan koordinator.";
        }
        return oneIn(6) ? pick("Kepala keluarga sedang bekerja di kebun.", "Rumah di gang sempit dekat pura.") : null;
    }

    private boolean oneIn(int so) {
        return chance.nextInt(so) == 0;
    }

    private String pick(String... some) {
        return some[chance.nextInt(some.length)];
    }

    private <T> T pick(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}

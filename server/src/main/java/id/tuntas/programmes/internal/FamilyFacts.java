package id.tuntas.programmes.internal;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.forms.HouseParts;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.Member;
import id.tuntas.forms.VervalForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can ask of a family. An answer that is missing is absent, so that a rule which needs it says neither yes nor no; one that the form
 * did not ask for (a man's pregnancy) is the empty string.
 */
final class FamilyFacts {

    static final String MEMBERS = "members";

    private static final String PEOPLE = "people";
    private static final String SPENDING_EACH = "spendingEach";

    /** @param path question of the form whose choices it takes; null when it takes any value */
    record Fact(String name, CelType type, @Nullable String path) {

        List<FormChoice> choices() {
            return path == null
                    ? List.of()
                    : VervalForm.definition()
                            .findQuestion(path)
                            .orElseThrow(() -> new IllegalStateException("the form has no " + path))
                            .choices();
        }
    }

    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final Map<String, Fact> FACTS = new LinkedHashMap<>();

    static {
        number(PEOPLE, SPENDING_EACH, "incomeEach", "year");
        choice("house.ownership", "/data/housing/ownership");
        choice("house.land", "/data/documents/land");
        number("house.floorArea");
        for (String part : List.of("roof", "wall", "floor")) {
            choice("house." + part, "/data/housing/" + part);
            choice("house." + part + "Quality", "/data/housing/" + part + "_quality");
        }
        yesNo("house.weakRoof", "house.weakWall", "house.weakFloor");
        for (String utility : List.of("toilet", "water", "light", "power", "cooking")) {
            choice("house." + utility, "/data/utilities/" + utility);
        }
        choice("head.job", "/data/livelihood/head_job");
        choice("head.jobStatus", "/data/livelihood/head_job_status");
        choice("familyCard", "/data/documents/kk_status");
        add("assets", TEXTS, "/data/belongings/assets");
        add("aid", TEXTS, "/data/belongings/aid");
        add("aidYears", MapType.create(SimpleType.STRING, SimpleType.INT), "/data/belongings/aid");
        add("wishes", TEXTS, "/data/belongings/needs");
        number("members.age");
        choice("members.sex", "/data/members/new_member/sex");
        choice("members.relationship", "/data/members/new_member/relationship");
        choice("members.disability", "/data/members/member/disability");
        choice("members.illness", "/data/members/member/chronic_illness");
        choice("members.school", "/data/members/member/school");
        choice("members.pregnancy", "/data/members/member/pregnancy");
        choice("members.jkn", "/data/members/member/jkn");
        yesNo("members.hasNik");
    }

    private static final Set<String> WITHOUT_STATUS = Set.of("none", "pensioner");
    private static final String HOUSE_REPAIR = "house_repair";
    private static final String NOT_ASKED = "";

    private FamilyFacts() {}

    /** Every fact by its name, in the order in which a page lists them. */
    static Map<String, Fact> all() {
        return FACTS;
    }

    /**
     * A family's facts as a rule reads them.
     *
     * @param withNik ids of the listed members whose NIK the roster knows
     * @param repaired the last year in which the family received a house repair here, which is aid whatever the visit says; null for none
     * @param year the year that counts
     */
    static Map<String, Object> of(VervalAnswers answers, Set<String> withNik, @Nullable Integer repaired, int year) {
        Map<String, Object> facts = new HashMap<>();
        int people = answers.membersHere();
        facts.put(PEOPLE, (long) people);
        facts.put("year", (long) year);
        if (people > 0) {
            answers.livelihood().expenditure().ifPresent(all -> facts.put(SPENDING_EACH, all / people));
            answers.livelihood().income().ifPresent(all -> facts.put("incomeEach", all / people));
        }
        facts.put("house", house(answers.housing()));
        facts.put("head", head(answers));
        put(facts, "familyCard", answers.kkCard().status());
        facts.put("assets", answers.assets());
        List<Aid> aid = repaired == null ? answers.aid() : withRepair(answers.aid(), repaired);
        facts.put("aid", aid.stream().map(Aid::programme).toList());
        facts.put("aidYears", aidYears(aid));
        facts.put("wishes", answers.needs());
        List<Map<String, Object>> members = new ArrayList<>();
        for (Member member : answers.members()) {
            if (member.existence() != null && member.existence().livesHere()) {
                members.add(member(member, withNik));
            }
        }
        facts.put(MEMBERS, members);
        return facts;
    }

    static int people(Map<String, Object> facts) {
        return ((Number) facts.get(PEOPLE)).intValue();
    }

    /** Null when the visit does not tell. */
    static @Nullable Long spendingEach(Map<String, Object> facts) {
        return (Long) facts.get(SPENDING_EACH);
    }

    private static Map<String, Object> house(Housing house) {
        Map<String, Object> facts = new HashMap<>();
        put(facts, "ownership", house.ownership());
        put(facts, "land", house.land());
        put(
                facts,
                "floorArea",
                house.floorArea() == null ? null : house.floorArea().longValue());
        put(facts, "roof", house.roof());
        put(facts, "roofQuality", house.roofQuality());
        put(facts, "wall", house.wall());
        put(facts, "wallQuality", house.wallQuality());
        put(facts, "floor", house.floor());
        put(facts, "floorQuality", house.floorQuality());
        put(facts, "weakRoof", house.roof() == null ? null : HouseParts.weakRoof(house));
        put(facts, "weakWall", house.wall() == null ? null : HouseParts.weakWall(house));
        put(facts, "weakFloor", house.floor() == null ? null : HouseParts.weakFloor(house));
        put(facts, "toilet", house.toilet());
        put(facts, "water", house.water());
        put(facts, "light", house.light());
        boolean metered = house.light() == null || house.light().equals("pln_metered");
        put(facts, "power", house.power() == null && !metered ? NOT_ASKED : house.power());
        put(facts, "cooking", house.cooking());
        return facts;
    }

    private static Map<String, Object> head(VervalAnswers answers) {
        Map<String, Object> facts = new HashMap<>();
        String job = answers.livelihood().headJob();
        String status = answers.livelihood().headJobStatus();
        put(facts, "job", job);
        put(facts, "jobStatus", status == null && job != null && WITHOUT_STATUS.contains(job) ? NOT_ASKED : status);
        return facts;
    }

    private static List<Aid> withRepair(List<Aid> told, int repaired) {
        List<Aid> aid = new ArrayList<>(told);
        int last = aid.stream()
                .filter(one -> one.programme().equals(HOUSE_REPAIR) && one.year() != null)
                .mapToInt(Aid::year)
                .reduce(repaired, Math::max);
        aid.removeIf(one -> one.programme().equals(HOUSE_REPAIR));
        aid.add(new Aid(HOUSE_REPAIR, last));
        return aid;
    }

    private static Map<String, Object> aidYears(List<Aid> aid) {
        Map<String, Object> years = new HashMap<>();
        aid.forEach(one -> put(
                years, one.programme(), one.year() == null ? null : one.year().longValue()));
        return years;
    }

    private static Map<String, Object> member(Member member, Set<String> withNik) {
        Map<String, Object> facts = new HashMap<>();
        Integer age = member.age();
        put(facts, "age", age == null ? null : age.longValue());
        put(facts, "sex", member.sex());
        put(facts, "relationship", member.relationship());
        put(facts, "disability", member.disability());
        put(facts, "illness", member.chronicIllness());
        boolean schoolAsked = age == null || age >= 5 && age <= 24;
        put(facts, "school", member.school() == null && !schoolAsked ? NOT_ASKED : member.school());
        boolean pregnancyAsked = !"male".equals(member.sex()) && (age == null || age >= 10 && age <= 54);
        put(facts, "pregnancy", member.pregnancy() == null && !pregnancyAsked ? NOT_ASKED : member.pregnancy());
        put(facts, "jkn", member.jkn());
        put(facts, "hasNik", member.nik() != null || withNik.contains(String.valueOf(member.memberId())));
        return facts;
    }

    /** What the facts say under one name; for members, what each of them says. Empty where nothing is said. */
    static Optional<Object> read(Map<String, Object> facts, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(facts.get(name));
        }
        String field = name.substring(dot + 1);
        Object group = facts.get(name.substring(0, dot));
        if (group instanceof List<?> members) {
            List<Object> values = new ArrayList<>();
            members.forEach(member ->
                    Optional.ofNullable(((Map<?, ?>) member).get(field)).ifPresent(values::add));
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        }
        return group instanceof Map<?, ?> map ? Optional.ofNullable(map.get(field)) : Optional.empty();
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static void number(String... names) {
        for (String name : names) {
            add(name, SimpleType.INT, null);
        }
    }

    private static void yesNo(String... names) {
        for (String name : names) {
            add(name, SimpleType.BOOL, null);
        }
    }

    private static void choice(String name, String path) {
        add(name, SimpleType.STRING, path);
    }

    private static void add(String name, CelType type, @Nullable String path) {
        FACTS.put(name, new Fact(name, type, path));
    }
}

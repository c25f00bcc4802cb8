package id.tuntas.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.tuntas.programmes.Need;
import id.tuntas.programmes.NewProgramme;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The rule of every usual programme, with a family on each side of each of its bounds. */
class UsualProgrammesTest {

    private static final RuleLanguage LANGUAGE = new RuleLanguage();
    private static final Map<String, NewProgramme> PROGRAMMES = new UsualProgrammes(
                    JsonMapper.builder().build())
            .list().stream().collect(Collectors.toMap(NewProgramme::code, Function.identity()));

    static Stream<Arguments> bounds() {
        return Stream.of(
                fits("PKH", family().person(0).with()),
                fits("PKH", family().person(6).school("not_yet").with()),
                misses("PKH", family().person(7).school("not_yet").with()),
                fits("PKH", family().person(21).school("in_school").with()),
                misses("PKH", family().person(22).school("in_school").with()),
                misses("PKH", family().person(21).school("finished").with()),
                misses("PKH", family().person(59).with()),
                fits("PKH", family().person(60).with()),
                fits("PKH", family().person(30).disability("mental").with()),
                fits("PKH", family().person(30).woman("pregnant").with()),
                fits("PKH", family().person(30).woman("after_birth").with()),
                misses("PKH", family().person(30).woman("no").with()),
                fits("PKH", family().job("farmer", "own_account").person(60).with()),
                misses(
                        "PKH",
                        family().job("civil_servant", "employee").person(60).with()),
                misses("PKH", family().job("pensioner", null).person(60).with()),
                misses(
                        "PKH",
                        family().job("state_official", "employee").person(60).with()),
                fits("SEMBAKO", family()),
                misses("SEMBAKO", family().job("civil_servant", "employee")),
                misses("SEMBAKO", family().job("pensioner", null)),
                misses("SEMBAKO", family().job("state_official", "employee")),
                misses("PIP", family().person(5).school("in_school").with()),
                fits("PIP", family().person(6).school("in_school").with()),
                fits("PIP", family().person(21).school("dropped_out").with()),
                misses("PIP", family().person(22).school("in_school").with()),
                misses("PIP", family().person(15).school("finished").with()),
                fits("PBI-JKN", family().person(30).jkn("none").with()),
                fits("PBI-JKN", family().person(30).jkn("inactive").with()),
                misses("PBI-JKN", family().person(30).jkn("paid_by_self").with()),
                fits("BLT-DD", family()),
                fits("BLT-DD", family().aid("pkh", 2021).aid("other", 2023)),
                misses("BLT-DD", family().aid("pkh", 2022)),
                misses("BLT-DD", family().aid("sembako", 2022)),
                misses("BLT-DD", family().aid("bpnt", 2023)),
                misses("BLT-DD", family().aid("prakerja", 2022)),
                unsaid("BLT-DD", family().aid("pkh", null)),
                misses("ATENSI", family().person(59).with()),
                fits("ATENSI", family().person(60).with()),
                fits("ATENSI", family().person(30).disability("intellectual").with()),
                fits("ATENSI", family().person(17).school("dropped_out").with()),
                misses("ATENSI", family().person(18).school("dropped_out").with()),
                fits("ALAT-BANTU", family().person(30).disability("physical").with()),
                fits("ALAT-BANTU", family().person(30).disability("sensory").with()),
                fits("ALAT-BANTU", family().person(30).disability("multiple").with()),
                misses("ALAT-BANTU", family().person(30).disability("mental").with()),
                misses("ALAT-BANTU", family()),
                misses("LANSIA", family().person(69).with()),
                fits("LANSIA", family().person(70).with()),
                fits("STUNTING", family().person(4).with()),
                misses("STUNTING", family().person(5).with()),
                fits("STUNTING", family().person(30).woman("pregnant").with()),
                fits("STUNTING", family().person(30).woman("after_birth").with()),
                misses("STUNTING", family().person(30).woman("no").with()),
                fits("ADMINDUK", family().familyCard("none")),
                misses("ADMINDUK", family().familyCard("not_at_hand")),
                fits("ADMINDUK", family().person(1).withoutNik().with()),
                misses("PELATIHAN", family().alone().person(17).with()),
                fits("PELATIHAN", family().alone().person(18).with()),
                misses(
                        "PELATIHAN",
                        family().alone().person(18).school("in_school").with()),
                fits("PELATIHAN", family().alone().person(50).with()),
                misses("PELATIHAN", family().alone().person(51).with()),
                misses("PRAKERJA", family().alone().person(17).with()),
                fits("PRAKERJA", family().alone().person(18).with()),
                misses(
                        "PRAKERJA",
                        family().alone().person(20).school("in_school").with()),
                fits("PRAKERJA", family().alone().person(64).with()),
                misses("PRAKERJA", family().alone().person(65).with()),
                misses("PRAKERJA", family().alone().person(30).withoutNik().with()),
                misses("PRAKERJA", family().aid("prakerja", 2020)),
                fits("KUR", family().job("farmer", "own_account")),
                fits("KUR", family().job("trader", "with_unpaid")),
                fits("KUR", family().job("trader", "with_paid")),
                misses("KUR", family().job("casual", "freelance")),
                misses("KUR", family().job("none", null)),
                misses(
                        "KUR",
                        family().job("farmer", "own_account").alone().person(20).with()),
                fits(
                        "KUR",
                        family().job("farmer", "own_account").alone().person(21).with()),
                misses("PADAT-KARYA", family().alone().person(17).with()),
                fits("PADAT-KARYA", family().alone().person(18).with()),
                fits("PADAT-KARYA", family().alone().person(60).with()),
                misses("PADAT-KARYA", family().alone().person(61).with()),
                misses(
                        "PADAT-KARYA",
                        family().alone().person(30).disability("physical").with()),
                fits("RTLH", weak()),
                misses("RTLH", family()),
                fits("RTLH", family().house("wall", "bamboo")),
                fits("RTLH", family().house("floor", "earth")),
                fits("RTLH", family().house("roof", "thatch")),
                misses("RTLH", weak().house("ownership", "free")),
                misses("RTLH", weak().house("land", "others")),
                fits("RTLH", weak().house("land", "unproven")),
                unsaid("RTLH", weak().house("land", null)),
                misses("RTLH", weak().asset("other_house")),
                fits("RTLH", weak().asset("land")),
                misses("RTLH", weak().aid("house_repair", 2018)),
                fits("RTLH", weak().aid("house_repair", 2017)),
                unsaid("RTLH", weak().aid("house_repair", null)),
                misses("RTLH", weak().repaired(2018)),
                fits("RTLH", weak().repaired(2017)),
                misses("RTLH", weak().aid("house_repair", 2016).repaired(2018)),
                misses("RTLH", weak().aid("house_repair", 2018).repaired(2016)),
                misses("RTLH", weak().aid("house_repair", null).repaired(2018)),
                misses("JAMBAN", family()),
                fits("JAMBAN", family().house("toilet", "shared")),
                fits("JAMBAN", family().house("toilet", "none").house("ownership", "free")),
                misses("JAMBAN", family().house("toilet", "none").house("ownership", "rented")),
                misses("AIR-BERSIH", family().house("water", "protected_well")),
                fits("AIR-BERSIH", family().house("water", "unprotected_well")),
                fits("AIR-BERSIH", family().house("water", "rain")),
                fits("AIR-BERSIH", family().house("water", "surface")),
                misses("LISTRIK", family()),
                fits("LISTRIK", family().house("light", "pln_unmetered")),
                fits("LISTRIK", family().house("light", "none")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("bounds")
    void knowsWhoFits(String code, SampleFamily family, Answer answer) {
        CompiledRule rule = CompiledRule.of(PROGRAMMES.get(code).rule(), LANGUAGE);

        assertThat(rule.of(family.facts()).fits()).isEqualTo(answer);
    }

    @Test
    void noProgrammeIsWithoutAFamilyOnEachSide() {
        Map<String, Set<Answer>> sides = bounds().collect(Collectors.groupingBy(
                one -> (String) one.get()[0],
                Collectors.mapping(one -> (Answer) one.get()[2], Collectors.toCollection(TreeSet::new))));

        assertThat(sides.keySet()).isEqualTo(PROGRAMMES.keySet());
        assertThat(sides).allSatisfy((code, answers) -> assertThat(answers).contains(Answer.YES, Answer.NO));
    }

    @Test
    void tellsWhichDocumentTheFamilyHasAndWhichTheVisitDoesNotTell() {
        CompiledRule rule = CompiledRule.of(PROGRAMMES.get("RTLH").rule(), LANGUAGE);

        assertThat(rule.of(weak().facts()).documents())
                .extracting(CompiledRule.Said::answer)
                .containsExactly(Answer.YES, Answer.YES);
        assertThat(rule.of(weak().house("land", "unproven").familyCard("none").facts())
                        .documents())
                .extracting(CompiledRule.Said::answer)
                .containsExactly(Answer.NO, Answer.NO);
        assertThat(rule.of(weak().house("land", null).facts()).documents())
                .extracting(CompiledRule.Said::answer)
                .containsExactly(Answer.UNKNOWN, Answer.YES);
    }

    @Test
    void aFamilyTakesAsManyUnitsAsItHasPeopleWhoFit() {
        SampleFamily family = family().alone()
                .person(40)
                .jkn("none")
                .with()
                .person(12)
                .jkn("inactive")
                .with()
                .person(71)
                .with();

        assertThat(people("PBI-JKN", family)).isEqualTo(2);
        assertThat(people("LANSIA", family)).isEqualTo(1);
        assertThat(people("PADAT-KARYA", family)).isEqualTo(1);
        assertThat(people("STUNTING", family))
                .as("nobody fits, yet somebody is asked for")
                .isEqualTo(1);
        assertThat(people("PRAKERJA", family.aid("prakerja", 2020))).isEqualTo(1);
    }

    private static int people(String code, SampleFamily family) {
        return CompiledRule.of(PROGRAMMES.get(code).rule(), LANGUAGE).people(family.facts());
    }

    @Test
    void someProgrammeServesEveryNeed() {
        assertThat(PROGRAMMES.values().stream().flatMap(one -> one.needs().stream()))
                .containsAll(Arrays.asList(Need.values()));
    }

    private static SampleFamily family() {
        return new SampleFamily();
    }

    private static SampleFamily weak() {
        return family().house("roofQuality", "bad");
    }

    private static Arguments fits(String code, SampleFamily family) {
        return arguments(code, family, Answer.YES);
    }

    private static Arguments misses(String code, SampleFamily family) {
        return arguments(code, family, Answer.NO);
    }

    private static Arguments unsaid(String code, SampleFamily family) {
        return arguments(code, family, Answer.UNKNOWN);
    }
}

package id.tuntas.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.tuntas.programmes.Need;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every need with a family on each side of each of its bounds. */
class ProposingNeedsTest {

    private static final NeedRules RULES = new NeedRules(JsonMapper.builder().build(), new RuleLanguage());

    static Stream<Arguments> bounds() {
        return Stream.of(
                needs(Need.FOOD, family()),
                needs(Need.FOOD, family().aid("pkh", 2021)),
                doesNot(Need.FOOD, family().aid("pkh", 2022)),
                doesNot(Need.FOOD, family().aid("blt_dd", 2023)),
                needs(Need.FOOD, family().aid("sembako", 2023).wish("food")),
                needs(Need.FOOD, family().aid("sembako", 2023).wish("cash")),
                doesNot(Need.INCOME, family().alone().person(17).with()),
                needs(Need.INCOME, family().alone().person(18).with()),
                needs(Need.INCOME, family().alone().person(59).with()),
                doesNot(Need.INCOME, family().alone().person(60).with()),
                doesNot(
                        Need.INCOME,
                        family().alone().person(19).school("in_school").with()),
                doesNot(Need.HOUSING, family()),
                needs(Need.HOUSING, family().house("roofQuality", "bad")),
                needs(Need.HOUSING, family().house("wall", "zinc")),
                needs(Need.HOUSING, family().house("floor", "bamboo")),
                doesNot(Need.WATER, family().house("water", "borehole")),
                needs(Need.WATER, family().house("water", "rain")),
                doesNot(Need.TOILET, family()),
                needs(Need.TOILET, family().house("toilet", "shared")),
                doesNot(Need.ELECTRICITY, family()),
                needs(Need.ELECTRICITY, family().house("light", "pln_unmetered")),
                doesNot(Need.HEALTH, family()),
                needs(Need.HEALTH, family().person(30).jkn("inactive").with()),
                doesNot(Need.SCHOOL, family().person(5).school("in_school").with()),
                needs(Need.SCHOOL, family().person(6).school("in_school").with()),
                needs(Need.SCHOOL, family().person(21).school("dropped_out").with()),
                doesNot(Need.SCHOOL, family().person(22).school("dropped_out").with()),
                doesNot(
                        Need.SCHOOL,
                        family().aid("pip", 2022).person(10).school("in_school").with()),
                doesNot(Need.SCHOOL, family().person(6).school("not_yet").with()),
                needs(Need.SCHOOL, family().person(7).school("not_yet").with()),
                needs(Need.SCHOOL, family().person(18).school("not_yet").with()),
                doesNot(Need.SCHOOL, family().person(19).school("not_yet").with()),
                needs(Need.STUNTING, family().person(4).with()),
                doesNot(Need.STUNTING, family().person(5).with()),
                needs(Need.STUNTING, family().person(30).woman("after_birth").with()),
                doesNot(Need.DISABILITY, family()),
                needs(Need.DISABILITY, family().person(30).disability("mental").with()),
                doesNot(Need.ELDERLY, family().person(59).with()),
                needs(Need.ELDERLY, family().person(60).with()),
                doesNot(Need.PAPERS, family()),
                needs(Need.PAPERS, family().familyCard("none")),
                needs(Need.PAPERS, family().person(3).withoutNik().with()));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("bounds")
    void readsTheAnswers(Need need, SampleFamily family, Answer answer) {
        assertThat(RULES.of(need).of(family.facts())).isEqualTo(answer);
    }

    @Test
    void noNeedIsWithoutAFamilyOnEachSide() {
        Map<Object, EnumSet<Answer>> sides = bounds().collect(Collectors.groupingBy(
                one -> one.get()[0],
                Collectors.mapping(
                        one -> (Answer) one.get()[2], Collectors.toCollection(() -> EnumSet.noneOf(Answer.class)))));

        assertThat(sides.keySet()).hasSize(Need.values().length);
        assertThat(sides).allSatisfy((need, answers) -> assertThat(answers).contains(Answer.YES, Answer.NO));
    }

    @Test
    void saysNeitherWhereTheAnswerIsMissing() {
        assertThat(RULES.of(Need.TOILET).of(family().house("toilet", null).facts()))
                .isEqualTo(Answer.UNKNOWN);
    }

    private static SampleFamily family() {
        return new SampleFamily();
    }

    private static Arguments needs(Need need, SampleFamily family) {
        return arguments(need, family, Answer.YES);
    }

    private static Arguments doesNot(Need need, SampleFamily family) {
        return arguments(need, family, Answer.NO);
    }
}

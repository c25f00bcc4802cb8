package id.tuntas.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.programmes.internal.CompiledRule.Line;
import id.tuntas.programmes.internal.CompiledRule.ReadFact;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import id.tuntas.programmes.internal.RuleLanguage.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRulesTest {

    private final RuleLanguage language = new RuleLanguage();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "people > 4 && penduduk == 1     | rule-unknown-word   | 15",
                "house.rof == 'tile'             | rule-unknown-fact   | 6",
                "members.exists(m, m.umur > 60)  | rule-unknown-fact   | 20",
                "people == 'lima'                | rule-kinds-differ   | 8",
                "people                          | rule-no-condition   | 1",
                "people >                        | rule-not-readable   | 9",
                "people = 5                      | rule-not-readable   | 8",
                "(people > 5                     | rule-not-readable   | 12",
                "house.roof == 'rumbia'          | rule-unknown-choice | 15",
                "house.roof in ['tile', 'genting'] | rule-unknown-choice | 24",
                "'pkhh' in aid                   | rule-unknown-choice | 1",
                "aidYears['pkhh'] > 2020         | rule-unknown-choice | 10"
            })
    void saysWhatIsWrongAndAtWhichCharacter(String expression, String code, int place) {
        assertThat(problems(expression)).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.arguments()).startsWith(place);
        });
    }

    @Test
    void countsCharactersOverSeveralLines() {
        assertThat(problems("people > 4 &&\n  anak > 1").getFirst().arguments()).startsWith(17, "anak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'.matches('(a+)+b')",
                "[1, 2].map(x, x * 2) == [2, 4]",
                "timestamp('2023-01-01T00:00:00Z').getFullYear() == 2023",
                "string(people) == '5'",
                "dyn(people) == 1",
                "type(people) == int",
                "has(house.roof)",
                "'a'.startsWith('a')"
            })
    void knowsNoFunctionBeyondTheFewItNeeds(String expression) {
        assertThat(problems(expression)).isNotEmpty();
    }

    @Test
    void refusesWhatIsTooLongTooDeepOrOfTooManyParts() {
        String deep = "(".repeat(40) + "people > 1" + ")".repeat(40);
        String manyParts = "1<2&&".repeat(100) + "true";

        for (String expression : List.of("people > " + " ".repeat(600) + "1", deep, manyParts)) {
            assertThat(problems(expression)).extracting(RuleProblem::code).containsExactly("rule-too-large");
        }
    }

    @Test
    void givesUpAfterSoManySteps() {
        SampleFamily crowd = new SampleFamily();
        for (int i = 0; i < 29; i++) {
            crowd.person(30).with();
        }

        assertThat(ask("members.all(a, members.all(b, a.age + b.age > 10))", crowd))
                .isEqualTo(Answer.YES);
        assertThat(ask("members.all(a, members.all(b, members.all(c, a.age + b.age + c.age > 10)))", crowd))
                .isEqualTo(Answer.GAVE_UP);
        assertThat(ask("people + 9223372036854775807 > 1", crowd)).isEqualTo(Answer.GAVE_UP);
    }

    @Test
    void aMissingAnswerIsNeitherYesNorNo() {
        SampleFamily family = new SampleFamily().house("roof", null);

        assertThat(ask("house.roof == 'tile'", family)).isEqualTo(Answer.UNKNOWN);
        assertThat(ask("house.roof != 'tile'", family)).isEqualTo(Answer.UNKNOWN);
        assertThat(ask("house.weakRoof", family)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aMissingAnswerDoesNotMatterWhereTheOthersDecide() {
        SampleFamily family =
                new SampleFamily().house("roof", null).person(null).with();

        assertThat(ask("house.roof == 'tile' || house.floor == 'cement'", family))
                .isEqualTo(Answer.YES);
        assertThat(ask("house.roof == 'tile' && house.floor == 'earth'", family))
                .isEqualTo(Answer.NO);
        assertThat(ask("members.exists(m, m.age == 45)", family)).isEqualTo(Answer.YES);
        assertThat(ask("members.exists(m, m.age == 46)", family)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void whatTheFormDidNotAskIsNoMissingAnswer() {
        SampleFamily family = new SampleFamily().house("light", "none").house("power", null);

        assertThat(ask("members.exists(m, m.pregnancy == 'pregnant')", family)).isEqualTo(Answer.NO);
        assertThat(ask("members.exists(m, m.school == 'in_school')", family)).isEqualTo(Answer.NO);
        assertThat(ask("house.power == 'above_900'", family)).isEqualTo(Answer.NO);
        assertThat(ask("head.jobStatus == 'employee'", new SampleFamily().job("none", null)))
                .isEqualTo(Answer.NO);
    }

    @Test
    void namesTheFactsThatItRead() {
        SampleFamily family = new SampleFamily().person(8).with();
        Line line = new Line(null, understood("members.exists(m, m.age > 60) || house.roof == 'thatch' || people > 3"));

        assertThat(line.of(family.facts()).facts())
                .containsExactlyInAnyOrder(
                        new ReadFact("members.age", List.of(45L, 8L)),
                        new ReadFact("house.roof", "tile"),
                        new ReadFact("people", 2L));
    }

    @Test
    void everyFactCanBeAsked() {
        Map<String, Object> facts = new SampleFamily().aid("pkh", 2022).facts();

        FamilyFacts.all().keySet().stream()
                .filter(name -> !name.equals("aidYears"))
                .forEach(name -> assertThat(problems(
                                name.startsWith("members.")
                                        ? "members.all(m, m." + name.substring(8) + " == m." + name.substring(8) + ")"
                                        : name + " == " + name))
                        .as(name)
                        .isEmpty());
        assertThat(facts.keySet())
                .containsAll(FamilyFacts.all().keySet().stream()
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .toList());
    }

    private List<RuleProblem> problems(String expression) {
        return switch (language.read(expression)) {
            case Read.Understood any -> List.of();
            case Read.Wrong wrong -> wrong.problems();
        };
    }

    private RuleLanguage.Asking understood(String expression) {
        return language.sound(expression);
    }

    private Answer ask(String expression, SampleFamily family) {
        return understood(expression).of(family.facts());
    }
}

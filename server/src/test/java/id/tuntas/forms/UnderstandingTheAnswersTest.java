package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.forms.VervalAnswers.Member;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnderstandingTheAnswersTest {

    @Test
    void everyPartOfTheFormFindsItsPlace() {
        VervalAnswers answers = VervalAnswers.read(SubmissionSample.bytes(SubmissionSample.found()));

        assertThat(answers.caseNumber()).isEqualTo("BLL-000017-4");
        assertThat(answers.header().instanceId()).isEqualTo("uuid:fde19824-1061-4cca-9699-d58963c6153c");
        assertThat(answers.header().start()).isEqualTo(Instant.parse("2023-02-03T02:05:29.939Z"));
        assertThat(answers.contact().result()).isEqualTo(ContactResult.FOUND);
        assertThat(answers.contact().attempts()).isEqualTo(1);
        assertThat(answers.respondent()).isEqualTo(new VervalAnswers.Respondent("Ni Wayan Contoh", true));
        assertThat(answers.headNow()).isEqualTo("Ni Wayan Contoh");
        assertThat(answers.members())
                .extracting(Member::name, Member::existence)
                .containsExactly(
                        tuple("I Made Contoh", MemberExistence.DECEASED),
                        tuple("Ni Wayan Contoh", MemberExistence.HERE),
                        tuple("I Putu Contoh", MemberExistence.HERE),
                        tuple("Kadek Baru", MemberExistence.NEW));
        assertThat(answers.membersHere()).isEqualTo(3);
        assertThat(answers.livelihood().expenditure()).contains(800_000L);
        assertThat(answers.livelihood().income()).contains(800_000L);
        assertThat(answers.housing().floor()).isEqualTo("earth");
        assertThat(answers.housing().light()).isEqualTo("pln_metered");
        assertThat(answers.aid()).containsExactly(new Aid("pkh", 2022), new Aid("sembako", 2021));
        assertThat(answers.needs()).isEqualTo(List.of("toilet"));
        assertThat(answers.kkCard()).isEqualTo(new VervalAnswers.KkCard("shown", "5108010101010001"));
        assertThat(answers.location()).isEqualTo(new Location(-8.154, 114.576, 0.0, 8.0));
        assertThat(answers.photos())
                .containsOnlyKeys(
                        PhotoKind.HOUSE_FRONT,
                        PhotoKind.INSIDE,
                        PhotoKind.KK_CARD,
                        PhotoKind.WALL,
                        PhotoKind.FLOOR,
                        PhotoKind.TOILET);
        assertThat(answers.signature()).endsWith(".jpg");
    }

    @Test
    void whatCanNotBeReadIsLeftOut() {
        assertThat(VervalAnswers.read(SubmissionSample.with("location", "north"))
                        .location())
                .isNull();
        assertThat(VervalAnswers.read(SubmissionSample.with("location", "91 0")).location())
                .isNull();
        assertThat(VervalAnswers.read(SubmissionSample.with("location", "NaN NaN"))
                        .location())
                .isNull();
        assertThat(VervalAnswers.read(SubmissionSample.with("result", "gone"))
                        .contact()
                        .result())
                .isNull();
        assertThat(VervalAnswers.read(SubmissionSample.with("expenditure_food", "-1"))
                        .livelihood()
                        .expenditureFood())
                .isNull();
        assertThat(VervalAnswers.read(SubmissionSample.with("expenditure_food", "9999999999999999"))
                        .livelihood()
                        .expenditureFood())
                .isNull();
        assertThat(VervalAnswers.read(SubmissionSample.with("start", "now"))
                        .header()
                        .start())
                .isNull();
    }

    @Test
    void repeatsStayListsEvenWithOneEntryAndTemplatesAreNoAnswers() {
        Answers answers = Answers.read(SubmissionSample.bytes("""
                        <d id="x" xmlns:jr="http://openrosa.org/javarosa"><r jr:template=""><a>0</a></r><r><a>1</a></r><b> 2 </b><c/></d>
                        """), Set.of("/d/r"));

        assertThat(answers.list("/d/r"))
                .singleElement()
                .satisfies(group -> assertThat(group.find("/d/r/a")).contains("1"));
        assertThat(answers.find("/d/b")).contains("2");
        assertThat(answers.find("/d/c")).isEmpty();
    }

    @Test
    void notFoundSaidTooEarlyIsSeen() {
        VervalAnswers.Contact contact =
                VervalAnswers.read(SubmissionSample.with("result", "not_found")).contact();

        assertThat(contact.isTooEarly(2)).isTrue();
        assertThat(contact.isTooEarly(1)).isFalse();
        assertThat(VervalAnswers.read(SubmissionSample.bytes(SubmissionSample.found()))
                        .contact()
                        .isTooEarly(2))
                .isFalse();
    }
}

package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.forms.SubmissionFinding.Code;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingASubmissionTest {
    private static final SubmissionCheck CHECK = new SubmissionCheck(VervalForm.definition());

    @Test
    void aSubmissionOfTheWebClientIsSound() {
        assertThat(CHECK.check(SubmissionSample.bytes(SubmissionSample.found())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "attempts, 0, /data/contact/attempts",
        "attempts, 21, /data/contact/attempts",
        "result, not_found, /data/contact/result",
        "consent, no, /data/contact/consent",
        "new_count, 16, /data/members/more/new_count",
        "nik, 510801650220000, /data/members/new_member[1]/nik",
        "income_work, 999, /data/livelihood/income_work",
        "income_other, -1, /data/livelihood/income_other",
        "expenditure_food, 100000001, /data/livelihood/expenditure_food",
        "expenditure_other, 1, /data/livelihood/expenditure_other",
        "floor_area, 0, /data/housing/floor_area",
        "floor_area, 1001, /data/housing/floor_area",
        "assets, none car, /data/belongings/assets",
        "aid, none pkh, /data/belongings/aid",
        "needs, none food, /data/belongings/needs",
        "year, 2004, /data/aid_year[1]/year",
        "kk_number, 510801010101000, /data/documents/kk_number",
        "kk_number, 51080101010100011, /data/documents/kk_number",
        "kk_number, 510801010101000x, /data/documents/kk_number"
    })
    void aBrokenConstraintIsFoundAtItsNode(String node, String value, String path) {
        assertThat(CHECK.check(SubmissionSample.with(node, value)))
                .filteredOn(finding -> finding.code() == Code.CONSTRAINT_BROKEN)
                .extracting(SubmissionFinding::node)
                .contains(path);
    }

    @ParameterizedTest
    @CsvSource({
        "attempts, 20",
        "new_count, 0",
        "nik, 5108016502200009",
        "income_work, 1000",
        "income_work, 0",
        "expenditure_other, 0",
        "floor_area, 1",
        "floor_area, 1000",
        "year, 2005",
        "kk_number, 5108010101010009"
    })
    void aValueOnTheBoundIsSound(String node, String value) {
        assertThat(CHECK.check(SubmissionSample.with(node, value))).isEmpty();
    }

    @Test
    void spendingNothingAtAllIsFound() {
        String broke = SubmissionSample.found()
                .replace("<expenditure_food>600000", "<expenditure_food>0")
                .replace("<expenditure_other>200000", "<expenditure_other>0");

        assertThat(CHECK.check(SubmissionSample.bytes(broke)))
                .extracting(SubmissionFinding::node)
                .containsExactly("/data/livelihood/expenditure_other");
    }

    @Test
    void notFoundIsSoundAfterTheRoundsNumberOfVisits() {
        assertThat(broken(notFound(2, 2))).isEmpty();
        assertThat(broken(notFound(1, 2))).containsExactly("/data/contact/result");
        assertThat(broken(notFound(2, 3))).containsExactly("/data/contact/result");
    }

    @Test
    void aDayThatHasNotComeIsSoundWhereThePhonesCalendarWasAsFarAhead() {
        byte[] ahead = SubmissionSample.bytes(SubmissionSample.found()
                .replace("<attempts>1", "<attempts>2")
                .replaceFirst("</contact>", "</contact>" + attempt(1, "2999-01-01") + attempt(2, "2023-02-03")));

        assertThat(broken(ahead)).containsExactly("/data/attempt[1]/on");
        assertThat(CHECK.check(ahead, 1)).extracting(SubmissionFinding::node).containsExactly("/data/attempt[1]/on");
        assertThat(CHECK.check(ahead, 400_000)).isEmpty();
    }

    @Test
    void theMessageOfAConstraintComesInBothLanguages() {
        assertThat(CHECK.check(SubmissionSample.with("kk_number", "1")))
                .extracting(SubmissionFinding::message)
                .containsExactly(new Words("Nomor KK harus 16 angka.", "The number of a family card has 16 digits."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case", "result", "roof", "expenditure_food", "kk_number", "house_front", "signature"})
    void aMissingRequiredAnswerIsFound(String node) {
        assertThat(CHECK.check(SubmissionSample.without(node)))
                .extracting(SubmissionFinding::code)
                .contains(Code.REQUIRED_MISSING);
    }

    @Test
    void whatIsNotAskedIsNotMissed() {
        assertThat(CHECK.check(SubmissionSample.without("note"))).isEmpty();
        assertThat(SubmissionSample.found()).doesNotContain("<roof>1").doesNotContain("<moved_to>");
    }

    @Test
    void aFamilyThatNobodyKnowsIsNotJudgedHere() {
        assertThat(CHECK.check(SubmissionSample.with("case", "BLL-999999-9"))).isEmpty();
    }

    @Test
    void anUnknownChoiceIsFoundOnce() {
        assertThat(CHECK.check(SubmissionSample.with("roof", "gold")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.CHOICE_UNKNOWN);
                    assertThat(finding.node()).isEqualTo("/data/housing/roof");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "floor_area, wide, /data/housing/floor_area",
        "age, old, /data/members/member[1]/age",
        "start, yesterday, "
    })
    void aValueOfTheWrongTypeIsFoundOnce(String node, String value, String path) {
        assertThat(CHECK.check(SubmissionSample.with(node, value)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.VALUE_UNREADABLE);
                    assertThat(finding.node()).isEqualTo(path == null ? "/data/start" : path);
                });
    }

    @Test
    void aLocationThatCanNotBeReadLeavesItsReasonOpen() {
        assertThat(CHECK.check(SubmissionSample.with("location", "here")))
                .extracting(SubmissionFinding::code)
                .containsExactly(Code.VALUE_UNREADABLE, Code.REQUIRED_MISSING);
    }

    @Test
    void aNodeTheFormDoesNotHaveIsFound() {
        String more = SubmissionSample.found().replace("<housing>", "<housing><pool>yes</pool>");

        assertThat(CHECK.check(SubmissionSample.bytes(more))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.NODE_UNKNOWN);
            assertThat(finding.node()).isEqualTo("/data/housing/pool");
        });
    }

    @Test
    void aSubmissionOfAnotherFormIsTold() {
        String other = SubmissionSample.found().replace("id=\"verval\"", "id=\"sensus\"");

        assertThat(CHECK.check(SubmissionSample.bytes(other)))
                .extracting(SubmissionFinding::code)
                .containsExactly(Code.FORM_OTHER);
    }

    @Test
    void aSubmissionOfAnotherVersionIsToldAndStillJudged() {
        String other = SubmissionSample.found()
                .replace("version=\"2023020302\"", "version=\"1\"")
                .replace("<kk_number>5108010101010001", "<kk_number>1");

        assertThat(CHECK.check(SubmissionSample.bytes(other)))
                .extracting(SubmissionFinding::code)
                .containsExactly(Code.VERSION_OTHER, Code.CONSTRAINT_BROKEN);
    }

    @Test
    void whatIsNoSubmissionIsRefusedByItsKind() {
        assertRefused("<data id=\"verval\"><open></data>", "not-xml");
        assertRefused("", "not-xml");
        assertRefused("<data id=\"verval\"/><data/>", "not-xml");
        assertRefused("<data id=\"verval\">" + "<a>".repeat(100) + "</a>".repeat(100) + "</data>", "too-complex");
        assertRefused("<data/>", "form-id-missing");
        assertRefused(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><data id=\"verval\">&x;</data>", "doctype");
    }

    @Test
    void oneSubmissionLeavesNothingBehindForTheNext() {
        CHECK.check(SubmissionSample.with("result", "moved"));

        assertThat(CHECK.check(SubmissionSample.bytes(SubmissionSample.found())))
                .isEmpty();
    }

    @Test
    void manyThreadsGetTheirOwnFindings() throws Exception {
        byte[] sound = SubmissionSample.bytes(SubmissionSample.found());
        byte[] broken = SubmissionSample.with("kk_number", "1");
        List<Callable<Integer>> tasks = IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(
                        i -> () -> CHECK.check(i % 2 == 0 ? sound : broken).size())
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(i % 2);
            }
        }
    }

    private static byte[] notFound(int attempts, int required) {
        return SubmissionSample.bytes(SubmissionSample.found()
                .replace("<result>found", "<result>not_found")
                .replace("<attempts>1", "<attempts>" + attempts)
                .replace("<attempts_required>2", "<attempts_required>" + required));
    }

    private static String attempt(int number, String on) {
        return "<attempt><number>%d</number><on>%s</on><part_of_day>morning</part_of_day></attempt>"
                .formatted(number, on);
    }

    private static List<String> broken(byte[] submission) {
        return CHECK.check(submission).stream()
                .filter(finding -> finding.code() == Code.CONSTRAINT_BROKEN)
                .map(SubmissionFinding::node)
                .toList();
    }

    private static void assertRefused(String xml, String code) {
        assertThatThrownBy(() -> CHECK.check(SubmissionSample.bytes(xml)))
                .isInstanceOfSatisfying(
                        UnreadableSubmissionException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}

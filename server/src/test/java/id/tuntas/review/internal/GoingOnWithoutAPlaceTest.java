package id.tuntas.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.forms.Answers;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormReader;
import id.tuntas.forms.FormReading;
import id.tuntas.forms.SubmissionCheck;
import id.tuntas.forms.SubmissionFinding;
import id.tuntas.forms.SubmissionFinding.Code;
import id.tuntas.forms.Words;
import id.tuntas.review.internal.VisitShow.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form of another campaign requires a place, and the phone gives none. */
class GoingOnWithoutAPlaceTest {

    private static final FormDefinition FORM = form("""
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
              <h:head>
                <h:title>Sumber air</h:title>
                <model>
                  <instance><data id="air" version="1"><well><place/><name/></well><meta><instanceID/></meta></data></instance>
                  <bind nodeset="/data/well/place" type="geopoint" required="true()"/>
                  <bind nodeset="/data/well/name" type="string" required="true()"/>
                </model>
              </h:head>
              <h:body>
                <group ref="/data/well"><repeat nodeset="/data/well">
                  <input ref="/data/well/place"><label>Lokasi</label></input>
                  <input ref="/data/well/name"><label>Nama</label></input>
                </repeat></group>
              </h:body>
            </h:html>
            """);

    @Test
    void theReasonStandsWhereThePlaceWould() {
        byte[] submission = submission("""
                {"places": [{"path": "/data/well/place", "reason": "no_signal"}, {"path": "/data/well[2]/place", "reason": "device"}]}
                """);

        assertThat(check(submission)).isEmpty();
        List<Answer> sheet = AnswerSheet.of(FORM, Answers.read(submission, FORM.repeats()), Map.of());
        assertThat(sheet)
                .filteredOn(answer -> answer.path().endsWith("place"))
                .extracting(Answer::path, Answer::display)
                .containsExactly(
                        tuple(
                                "/data/well[1]/place",
                                new Words("Tidak ada: tidak ada sinyal GPS", "None: no GPS signal")),
                        tuple(
                                "/data/well[2]/place",
                                new Words("Tidak ada: perangkat rusak", "None: the device is broken")));
    }

    @Test
    void aPlaceWithoutAReasonIsMissed() {
        byte[] submission = submission("""
                {"places": [{"path": "/data/well[2]/place", "reason": "device"}]}
                """);

        assertThat(check(submission))
                .extracting(SubmissionFinding::code, SubmissionFinding::node)
                .containsExactly(tuple(Code.REQUIRED_MISSING, "/data/well[1]/place"));
    }

    @Test
    void noOtherAnswerIsExcused() {
        byte[] submission = new String(submission("""
                {"places": [{"path": "/data/well/place", "reason": "device"}, {"path": "/data/well[2]/place", "reason": "device"},
                  {"path": "/data/well/name", "reason": "device"}]}
                """), StandardCharsets.UTF_8)
                .replace("Kelakah", "")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(check(submission)).extracting(SubmissionFinding::node).containsExactly("/data/well[1]/name");
    }

    private static List<SubmissionFinding> check(byte[] submission) {
        return new SubmissionCheck(FORM).check(submission);
    }

    private static byte[] submission(String phone) {
        return ("<data id='air' version='1'><well><place/><name>Kelakah</name></well><well><place/><name>Kelian</name></well>"
                        + "<meta><instanceID>uuid:1</instanceID><phone>" + phone + "</phone></meta></data>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static FormDefinition form(String xml) {
        return ((FormReading.Readable) FormReader.read(xml.getBytes(StandardCharsets.UTF_8), Map.of())).form();
    }
}

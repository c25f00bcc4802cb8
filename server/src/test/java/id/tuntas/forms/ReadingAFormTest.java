package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.FormDefinition.QuestionType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAFormTest {

    private static final String SMALL = """
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
              <h:head>
                <h:title>Kecil</h:title>
                <model>
                  <itext>
                    <translation default="true()" lang="Bahasa Indonesia (id)"><text id="age"><value>Umur</value></text></translation>
                    <translation lang="English (en)"><text id="age"><value>Age</value></text></translation>
                  </itext>
                  <instance><data id="kecil" version="1"><age/><sum/><kind/><meta><instanceID/></meta></data></instance>
                  <bind nodeset="/data/age" type="int" constraint=". &gt; 0"/>
                  <bind nodeset="/data/sum" type="int" calculate="/data/age + 1"/>
                  <bind nodeset="/data/kind" type="string"/>
                </model>
              </h:head>
              <h:body>
                <input ref="/data/age"><label ref="jr:itext('age')"/></input>
                <select1 ref="/data/kind">
                  <label>Jenis</label>
                  <item><label>Satu</label><value>one</value></item>
                  <item><label>Dua</label><value>two</value></item>
                </select1>
              </h:body>
            </h:html>
            """;

    @Test
    void theBuiltInFormIsReadAsItsAuthorMeantIt() {
        FormDefinition form = VervalForm.definition();

        assertThat(form.formId()).isEqualTo("verval");
        assertThat(form.version()).isEqualTo("2023020302");
        assertThat(form.languages()).containsExactly("Bahasa Indonesia (id)", "English (en)");
        assertThat(form.externalFiles()).containsExactly("families.csv", "members.csv");
        assertThat(form.repeats())
                .containsExactlyInAnyOrder(
                        "/data/attempt", "/data/members/member", "/data/members/new_member", "/data/aid_year");
        FormQuestion floor = form.findQuestion("/data/housing/floor").orElseThrow();
        assertThat(floor.type()).isEqualTo(QuestionType.SELECT_ONE);
        assertThat(floor.label())
                .isEqualTo(new Words("Lantai terluas dari bahan apa?", "What is most of the floor made of?"));
        assertThat(floor.page()).isEqualTo(new Words("Keadaan rumah", "Condition of the house"));
        assertThat(floor.say("earth")).isEqualTo(new Words("Tanah", "Earth"));
        assertThat(form.findQuestion("/data/place/location").orElseThrow().type())
                .isEqualTo(QuestionType.LOCATION);
        assertThat(form.findQuestion("/data/photos/roof").orElseThrow().type()).isEqualTo(QuestionType.IMAGE);
    }

    @Test
    void aSmallFormIsReadable() {
        assertThat(read(SMALL)).isInstanceOf(FormReading.Readable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id="kecil" | | form-id-missing | /data
                    version="1" | | version-missing | /data
                    <instanceID/> | | instance-id-missing | /data/meta/instanceID
                    bind nodeset="/data/age" | bind nodeset="/data/umur" | bind-unknown-node | /data/umur
                    input ref="/data/age" | input ref="/data/umur" | control-unknown-node | /data/umur
                    calculate="/data/age + 1" | calculate="/data/age + (1" | expression-syntax | /data/sum
                    calculate="/data/age + 1" | calculate="/data/umur + 1" | expression-unknown-node | /data/sum
                    <text id="age"><value>Age</value></text> | | text-missing | /data/age
                    <value>two</value> | <value>one</value> | choice-duplicate | /data/kind
                    calculate="/data/age + 1" | calculate="/data/sum + 1" | engine | /data/sum
                    """)
    void aMistakeIsNamedWithItsNode(String right, String wrong, String code, String node) {
        FormReading reading = read(SMALL.replace(right, wrong == null ? "" : wrong));

        assertThat(problems(reading)).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.node()).isEqualTo(node);
            assertThat(problem.mend().id())
                    .isNotBlank()
                    .isNotEqualTo(problem.mend().en());
        });
    }

    @Test
    void allMistakesAreToldAtOnce() {
        FormReading reading =
                read(SMALL.replace("id=\"kecil\"", "").replace("input ref=\"/data/age\"", "input ref=\"/data/umur\""));

        assertThat(problems(reading)).extracting(FormProblem::code).contains("form-id-missing", "control-unknown-node");
    }

    @Test
    void anExternalEntityIsRefusedAndNeverOpened() {
        String attack =
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>" + SMALL.replace("Kecil", "&secret;");

        assertThat(problems(read(attack))).extracting(FormProblem::code).containsExactly("doctype");
        assertThat(problems(read(attack)).toString()).doesNotContain("root:");
    }

    @Test
    void anEntityBombIsRefused() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + SMALL.replace("Kecil", "&b;");

        assertThat(problems(read(bomb))).extracting(FormProblem::code).containsExactly("doctype");
    }

    @Test
    void brokenXmlIsRefusedWithItsLine() {
        assertThat(problems(read(SMALL.replace("</model>", "</modal>"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("not-xml");
                    assertThat(problem.line()).isEqualTo(13);
                });
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() {
        byte[] large = new byte[FormReader.MAX_BYTES + 1];

        assertThat(problems(FormReader.read(large, Map.of())))
                .extracting(FormProblem::code)
                .containsExactly("too-large");
    }

    @Test
    void aDeepNestIsRefused() {
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);

        assertThat(problems(read(deep))).extracting(FormProblem::code).containsExactly("too-complex");
    }

    @Test
    void aFormInAnotherEncodingIsRefused() {
        byte[] latin =
                ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + SMALL).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(FormReader.read(latin, Map.of())))
                .extracting(FormProblem::code)
                .containsExactly("encoding");
    }

    @Test
    void aSubmissionIsNotAForm() {
        assertThat(problems(read(SubmissionSample.found())))
                .extracting(FormProblem::code)
                .containsExactly("not-a-form");
    }

    private static FormReading read(String xml) {
        return FormReader.read(xml.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<FormProblem> problems(FormReading reading) {
        assertThat(reading).isInstanceOf(FormReading.Unreadable.class);
        return ((FormReading.Unreadable) reading).problems();
    }
}

package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.FormDefinition.FormQuestion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTheListsOfAFormTest {

    private static final String FORM = """
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
              <h:head>
                <h:title>Banjar</h:title>
                <model>
                  <instance><data id="banjar" version="1"><family/><place/><meta><instanceID/></meta></data></instance>
                  <instance id="families" src="jr://file-csv/families.csv"/>
                  <instance id="places" src="jr://file-csv/banjar.csv"/>
                  <bind nodeset="/data/place" type="string"/>
                </model>
              </h:head>
              <h:body>
                <select1 ref="/data/place">
                  <label>Banjar</label>
                  <itemset nodeset="instance('places')/root/item"><value ref="name"/><label ref="label"/></itemset>
                </select1>
              </h:body>
            </h:html>
            """;

    @Test
    void aChoiceOfAListThatCameWithTheFormIsCalledByItsLabel() {
        FormReading reading = read(Map.of("banjar.csv", "\uFEFFname,label\r\nkelod,\"Banjar Kelod, Temukus\"\r\n"));

        assertThat(reading).isInstanceOf(FormReading.Readable.class);
        FormDefinition form = ((FormReading.Readable) reading).form();
        FormQuestion place = form.findQuestion("/data/place").orElseThrow();
        assertThat(place.say("kelod")).isEqualTo(Words.same("Banjar Kelod, Temukus"));
        assertThat(form.externalFiles()).containsExactly("families.csv", "banjar.csv");
    }

    @Test
    void aListThatLacksIsNamed() {
        assertThat(problems(read(Map.of()))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("list-missing");
            assertThat(problem.message().id()).contains("banjar.csv");
            assertThat(problem.mend().id()).isEqualTo("Unggah formulir bersama banjar.csv.");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kode;label                   | list-unreadable
            name,nama\\nkelod,Banjar Kelod | list-column-missing
            name,label                   | list-unreadable
            """)
    void aListWithoutWhatTheFormChoosesFromIsRefused(String list, String code) {
        assertThat(problems(read(Map.of("banjar.csv", list.replace("\\n", "\n")))))
                .extracting(FormProblem::code)
                .containsExactly(code);
    }

    @Test
    void aListThatTheFormDoesNotNameIsRefused() {
        String list = "name,label\nkelod,Banjar Kelod";

        assertThat(problems(read(Map.of("banjar.csv", list, "Banjar (1).csv", list, "families.csv", list))))
                .extracting(FormProblem::code)
                .containsExactly("list-unused", "list-unused");
    }

    @Test
    void aFormThatWasKeptWithoutItsListIsReadAllTheSame() {
        assertThat(FormReader.readKept(FORM.getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(FormReading.Readable.class);
    }

    private static FormReading read(Map<String, String> lists) {
        Map<String, byte[]> bytes = new HashMap<>();
        lists.forEach((name, list) -> bytes.put(name, list.getBytes(StandardCharsets.UTF_8)));
        return FormReader.read(FORM.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static List<FormProblem> problems(FormReading reading) {
        assertThat(reading).isInstanceOf(FormReading.Unreadable.class);
        return ((FormReading.Unreadable) reading).problems();
    }
}

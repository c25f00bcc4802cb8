package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTheMediaOfAFormTest {

    private static final String FORM = """
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
              <h:head>
                <h:title>Atap</h:title>
                <model>
                  <itext><translation lang="Bahasa Indonesia (id)">
                    <text id="roof"><value>Atap</value><value form="image">jr://images/atap rumah.jpg</value><value form="audio">jr://audio/atap.mp3</value></text>
                    <text id="palm"><value>Ijuk</value><value form="image">jr://images/ijuk.png</value></text>
                    <text id="clay"><value>Genteng</value><value form="video">jr://video/genteng.mp4</value></text>
                  </translation></itext>
                  <instance><data id="atap" version="1"><roof/><wall/><meta><instanceID/></meta></data></instance>
                  <instance id="walls"><root><item><name>clay</name><itextId>clay</itextId></item></root></instance>
                  <bind nodeset="/data/roof" type="string"/>
                </model>
              </h:head>
              <h:body>
                <select1 ref="/data/roof">
                  <label ref="jr:itext('roof')"/>
                  <item><label ref="jr:itext('palm')"/><value>palm</value></item>
                </select1>
                <select1 ref="/data/wall">
                  <label>Dinding</label>
                  <itemset nodeset="instance('walls')/root/item"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset>
                </select1>
              </h:body>
            </h:html>
            """;

    private static final Map<String, byte[]> FILES = Map.of(
            "atap rumah.jpg", bytes("\u00ff\u00d8\u00ff\u00e0"),
            "atap.mp3", bytes("ID3"),
            "ijuk.png", bytes("\u0089PNG\r\n"),
            "genteng.mp4", bytes("\0\0\0 ftypisom"));

    @Test
    void whatTextsAreShownWithIsNamed() {
        assertThat(read(FORM, FILES))
                .isInstanceOfSatisfying(
                        FormReading.Readable.class,
                        readable -> assertThat(readable.form().media())
                                .containsExactlyInAnyOrder("atap rumah.jpg", "atap.mp3", "ijuk.png", "genteng.mp4"));
    }

    @ParameterizedTest
    @CsvSource({"atap rumah.jpg,/data/roof", "atap.mp3,/data/roof", "ijuk.png,/data/roof", "genteng.mp4,/data/wall"})
    void aFileThatLacksIsNamedWithItsQuestion(String name, String node) {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove(name);

        assertThat(problems(FORM, files)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("media-missing");
            assertThat(problem.node()).isEqualTo(node);
            assertThat(problem.message().id()).contains(name);
        });
    }

    @ParameterizedTest
    @CsvSource({"ijuk.png,<svg/>", "ijuk.png,ID3", "atap.mp3,OggX", "genteng.mp4,OggS", "atap rumah.jpg,''"})
    void aFileIsOfItsKindByWhatIsInItNotByItsName(String name, String content) {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.put(name, bytes(content));

        assertThat(problems(FORM, files)).extracting(FormProblem::code).containsExactly("media-unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "RIFF....WAVE,audio/wav",
        "OggS,audio/ogg",
        "'....ftypM4A ',audio/mp4",
        "\u00ff\u00fb..,audio/mpeg",
        "RIFF....WEBP,image/webp",
        "GIF89a,image/gif",
        "'name,label',text/csv;charset=UTF-8"
    })
    void aFileTellsItsType(String content, String type) {
        assertThat(FormFile.of(bytes(content)).type()).isEqualTo(type);
    }

    @Test
    void aFileThatTheFormDoesNotNameIsRefused() {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.put("seng.jpg", bytes("\u00ff\u00d8\u00ff"));

        assertThat(problems(FORM, files)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("list-unused");
            assertThat(problem.message().id()).contains("seng.jpg");
        });
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/ijuk.png", "jr://audio/ijuk.png", "jr://images/../ijuk.png"})
    void anAddressOutsideOfTheFormIsRefused(String address) {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.remove("ijuk.png");

        assertThat(problems(FORM.replace("jr://images/ijuk.png", address), files))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("media-address");
                    assertThat(problem.node()).isEqualTo("/data/roof");
                });
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static FormReading read(String form, Map<String, byte[]> files) {
        return FormReader.read(form.getBytes(StandardCharsets.UTF_8), files);
    }

    private static List<FormProblem> problems(String form, Map<String, byte[]> files) {
        FormReading reading = read(form, files);
        assertThat(reading).isInstanceOf(FormReading.Unreadable.class);
        return ((FormReading.Unreadable) reading).problems();
    }
}

package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.AnswerDataFactory;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.reference.Reference;
import org.javarosa.core.reference.ReferenceFactory;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.xform.parse.XFormParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in form as ODK Collect runs it: JavaRosa, the officer's lists beside it, one answer after another. */
class FillingTheFormTest {
    private static final String MADE = "BLL-000017-4";

    @TempDir
    Path lists;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void writeLists() throws IOException {
        Files.writeString(lists.resolve("families.csv"), String.join(",", VervalForm.FAMILIES_COLUMNS) + """

                        BLL-000017-4,I Made Contoh,I Made Contoh,Jl. Melati 3,Kaja,Pejarakan,Gerokgak,3,,,,1
                        BLL-000018-2,Ni Luh Misal,Ni Luh Misal,Jl. Mawar 9,Kelod,Pejarakan,Gerokgak,1,3,moved:house_front,,1
                        """);
        Files.writeString(lists.resolve("members.csv"), String.join(",", VervalForm.MEMBERS_COLUMNS) + """

                        I Made Contoh,I Made Contoh,BLL-000017-4,1,m1,head,52,male
                        Ni Luh Misal,Ni Luh Misal,BLL-000018-2,1,m4,head,70,female
                        Ni Wayan Contoh,Ni Wayan Contoh,BLL-000017-4,2,m2,spouse,40,female
                        I Putu Contoh,I Putu Contoh,BLL-000017-4,3,m3,child,12,male
                        """);
    }

    @Test
    void aPresetFamilyIsShownWithItsMembersByName() throws Exception {
        answers.put("/data/contact/result", "found");

        walk(load(MADE));

        assertThat(asked)
                .contains(
                        "Di mana I Made Contoh sekarang?",
                        "Di mana Ni Wayan Contoh sekarang?",
                        "Di mana I Putu Contoh sekarang?")
                .noneMatch(question -> question.contains("Ni Luh Misal"));
        assertThat(asked.getFirst()).contains("Keluarga yang dikunjungi");
        assertThat(asked).anyMatch(question -> question.startsWith("I Made Contoh, Jl. Melati 3, Kaja, Pejarakan"));
    }

    @Test
    void aFamilyChosenInTheFormWorksTheSame() throws Exception {
        answers.put("/data/case", "BLL-000018-2");
        answers.put("/data/contact/result", "found");

        walk(load(""));

        assertThat(asked).contains("Di mana Ni Luh Misal sekarang?").noneMatch(question -> question.contains("Putu"));
    }

    @Test
    void aMemberWhoIsNotHereIsNotAskedAboutHisHealth() throws Exception {
        answers.put("/data/contact/result", "found");
        answers.put("/data/members/member[1]/existence", "deceased");
        answers.put("/data/members/member[2]/existence", "here");
        answers.put("/data/members/member[3]/existence", "here");

        walk(load(MADE));

        assertThat(asked)
                .contains("Siapa kepala keluarga sekarang?", "Disabilitas Ni Wayan Contoh")
                .contains("Apakah Ni Wayan Contoh hamil atau baru melahirkan?", "Sekolah I Putu Contoh")
                .doesNotContain("Disabilitas I Made Contoh", "Sekolah Ni Wayan Contoh")
                .doesNotContain("Apakah I Putu Contoh hamil atau baru melahirkan?");
    }

    @Test
    void newMembersAndTheYearOfEachAidAreAskedOneByOne() throws Exception {
        answers.put("/data/contact/result", "found");
        answers.put("/data/members/member[2]/existence", "here");
        answers.put("/data/members/more/new_count", "2");
        answers.put("/data/belongings/aid", "pkh bpnt");

        walk(load(MADE));

        assertThat(asked).filteredOn("Nama lengkap anggota baru"::equals).hasSize(2);
        assertThat(asked).contains("Tahun terakhir menerima PKH", "Tahun terakhir menerima BPNT");
    }

    @Test
    void aMovedFamilyTakesTheShortRoadWithTheRoundsPhotosOnly() throws Exception {
        answers.put("/data/contact/result", "moved");
        walk(load(MADE));
        assertThat(asked)
                .contains("Pindah ke mana?", "Foto alamat yang didatangi atau surat keterangan desa")
                .doesNotContain("Foto rumah dari depan", "Tanda tangan yang menjawab", "Nomor KK")
                .noneMatch(question -> question.startsWith("Di mana"));

        asked.clear();
        walk(load("BLL-000018-2"));
        assertThat(asked)
                .contains("Foto rumah dari depan")
                .doesNotContain("Foto alamat yang didatangi atau surat keterangan desa");
    }

    @Test
    void partsOfTheHouseArePhotographedOnlyWherePoor() throws Exception {
        answers.put("/data/contact/result", "found");
        answers.put("/data/housing/roof", "tile");
        answers.put("/data/housing/roof_quality", "good");
        answers.put("/data/housing/floor", "earth");
        answers.put("/data/housing/wall", "brick");
        answers.put("/data/housing/wall_quality", "bad");
        answers.put("/data/utilities/toilet", "own");

        walk(load(MADE));

        assertThat(asked)
                .contains("Foto rumah dari depan", "Foto bagian dalam rumah", "Foto lantai", "Foto dinding")
                .doesNotContain("Foto atap", "Foto jamban");
    }

    @Test
    void aFullVisitAsksAboutFortyFiveQuestions() throws Exception {
        answers.put("/data/contact/result", "found");
        answers.put("/data/members/member[1]/existence", "here");
        answers.put("/data/livelihood/head_job", "farmer");
        answers.put("/data/utilities/light", "pln_metered");
        answers.put("/data/belongings/aid", "pkh");
        answers.put("/data/documents/kk_status", "shown");

        walk(load("BLL-000018-2"));

        assertThat(asked).hasSizeBetween(42, 48);
    }

    @Test
    void noIndicatorComesFromTheRoster() {
        assertThat(VervalForm.FAMILIES_COLUMNS)
                .doesNotContain("roof", "wall", "floor", "toilet", "water", "desil", "income", "finding");
        String xml = VervalForm.definition().xml();
        List<String> calculated = xml.lines()
                .filter(line -> line.contains("instance('families')") && line.contains("<bind"))
                .map(line -> line.replaceFirst(".*nodeset=\"([^\"]+)\".*", "$1"))
                .toList();
        assertThat(calculated)
                .allMatch(node -> node.startsWith("/data/family/")
                        || node.startsWith("/data/meta/")
                        || node.equals("/data/contact/attempts_required")
                        || node.equals("/data/contact/evidence"));
    }

    /** Visits every question, gives it the prepared answer, and notes what was asked in Indonesian. */
    private void walk(FormDef form) {
        FormEntryModel model = new FormEntryModel(form);
        FormEntryController controller = new FormEntryController(model);
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        int event;
        while ((event = controller.stepToNextEvent()) != FormEntryController.EVENT_END_OF_FORM) {
            if (event == FormEntryController.EVENT_QUESTION) {
                FormEntryPrompt prompt = model.getQuestionPrompt();
                asked.add(prompt.getQuestionText());
                String path = model.getFormIndex().getReference().toString(true).replaceAll("\\[@template]", "");
                String answer = answers.entrySet().stream()
                        .filter(entry -> matches(path, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
                if (answer != null) {
                    form.setValue(
                            AnswerDataFactory.template(prompt.getControlType(), prompt.getDataType())
                                    .cast(new UncastData(answer)),
                            model.getFormIndex().getReference(),
                            true);
                }
            }
        }
    }

    private static boolean matches(String path, String wanted) {
        return path.replace("[1]", "").equals(wanted.replace("[1]", ""));
    }

    private FormDef load(String preset) throws XFormParser.ParseException {
        ReferenceManager references = ReferenceManager.instance();
        references.reset();
        references.addReferenceFactory(new Lists(lists));
        // JavaRosa asks its host for the device's id; there is no device here.
        String xml = VervalForm.definition()
                .xml()
                .replace("<case/>", "<case>" + preset + "</case>")
                .replace("jr:preload=\"property\"", "");
        FormDef form = new XFormParser(new StringReader(xml)).parse();
        form.initialize(true, new InstanceInitializationFactory());
        return form;
    }

    /** Finds {@code jr://file-csv/NAME} in the folder of the test. */
    private record Lists(Path folder) implements ReferenceFactory {
        @Override
        public boolean derives(String uri) {
            return uri.startsWith("jr://file-csv/");
        }

        @Override
        public Reference derive(String uri) {
            return new Listed(uri, folder.resolve(uri.substring(uri.lastIndexOf('/') + 1)));
        }

        @Override
        public Reference derive(String uri, String context) {
            return derive(uri);
        }
    }

    private record Listed(String uri, Path file) implements Reference {
        @Override
        public boolean doesBinaryExist() {
            return Files.exists(file);
        }

        @Override
        public InputStream getStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public String getURI() {
            return uri;
        }

        @Override
        public String getLocalURI() {
            return file.toString();
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public void remove() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public Reference[] probeAlternativeReferences() {
            return new Reference[0];
        }
    }
}

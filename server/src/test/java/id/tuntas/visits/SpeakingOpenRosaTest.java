package id.tuntas.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Forms;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What ODK Collect asks, in the order in which it asks. */
@VisitsTest
class SpeakingOpenRosaTest {

    private static final String VERSION = VervalForm.definition().version();

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private CollectKeys keys;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Visits visits;

    @Autowired
    private Forms forms;

    @Autowired
    private Personas personas;

    private Answer get(String officer, String path) {
        return http.withoutSession().get("/odk/key/" + field.key(officer) + path);
    }

    private static String md5(byte[] content) {
        return "md5:" + Hashes.hex(Hashes.md5(content));
    }

    private static String golden(String text, String key) {
        return text.replace("SERVER", VisitsTest.ADDRESS + "/odk/key/" + key).replace("VERSION", VERSION);
    }

    @Test
    void listsTheRoundsForm() {
        Answer answer = get("ani", "/formList");

        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.raw().headers().firstValue("X-OpenRosa-Version")).contains("1.0");
        assertThat(answer.body())
                .isEqualTo(golden(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xforms xmlns=\"http://openrosa.org/xforms/xformsList\">"
                                + "<xform><formID>verval</formID><name>Verifikasi dan validasi</name><version>VERSION</version>"
                                + "<hash>" + md5(VervalForm.xml()) + "</hash>"
                                + "<downloadUrl>SERVER/forms/verval/VERSION/form.xml</downloadUrl>"
                                + "<manifestUrl>SERVER/forms/verval/VERSION/manifest</manifestUrl></xform></xforms>",
                        field.key("ani")));
    }

    @Test
    void listsOnlyTheFormAskedFor() {
        assertThat(get("ani", "/formList?formID=verval").body()).contains("<formID>verval</formID>");
        assertThat(get("ani", "/formList?formID=lain").body()).doesNotContain("<xform>");
    }

    @Test
    void givesTheFormWhoseHashItListed() {
        Answer form = get("ani", "/forms/verval/" + VERSION + "/form.xml");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(VervalForm.xml());
    }

    /** On the phone of the field app it is the same list. */
    @Test
    void aListThatCameWithAFormGoesWithIt() {
        byte[] xml = new String(VervalForm.xml(), StandardCharsets.UTF_8)
                .replace(VERSION, "2099010101")
                .replace("jr://file-csv/members.csv", "jr://file-csv/warga.csv")
                .getBytes(StandardCharsets.UTF_8);
        byte[] list = "name,label,family,ordinal\n1,Ni Luh Contoh,X,1\n".getBytes(StandardCharsets.UTF_8);
        Actor citra = personas.actor("citra");
        forms.upload(citra, xml, Map.of("warga.csv", list));

        assertThat(get("ani", "/forms/verval/2099010101/manifest").body())
                .contains("<filename>families.csv</filename>", "<filename>warga.csv</filename><hash>" + md5(list));
        assertThat(get("ani", "/forms/verval/2099010101/media/warga.csv").body())
                .isEqualTo(new String(list, StandardCharsets.UTF_8));
        assertThat(http.as("ani")
                        .get("/api/v1/me/forms/verval/warga.csv?version=2099010101")
                        .body())
                .isEqualTo(new String(list, StandardCharsets.UTF_8));
        assertThat(http.as("ani")
                        .get("/api/v1/me/forms/verval/warga.csv?version=" + VERSION)
                        .status())
                .isEqualTo(404);
        assertThat(forms.upload(citra, xml, Map.of("warga.csv", list)).lists()).containsExactly("warga.csv");
        assertThatThrownBy(() -> forms.upload(
                        citra,
                        xml,
                        Map.of(
                                "warga.csv",
                                (new String(list, StandardCharsets.UTF_8) + "2,Ni Made Contoh,X,2\n")
                                        .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("form-version-taken"));
    }

    /** Collect asks anew for what has another hash. */
    @Test
    void aPictureThatCameWithAFormGoesWithIt() {
        byte[] xml = new String(VervalForm.xml(), StandardCharsets.UTF_8)
                .replace(VERSION, "2099010102")
                .replaceFirst("(<text id=\"[^\"]+\">)", "$1<value form=\"image\">jr://images/rumah 1.gif</value>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] picture = "GIF89a".getBytes(StandardCharsets.UTF_8);
        Actor citra = personas.actor("citra");
        assertThat(forms.upload(citra, xml, Map.of("rumah 1.gif", picture)).media())
                .containsExactly("rumah 1.gif");

        assertThat(get("ani", "/forms/verval/2099010102/manifest").body())
                .contains("<filename>rumah 1.gif</filename><hash>" + md5(picture), "/2099010102/media/rumah%201.gif<");
        for (Answer file : List.of(
                get("ani", "/forms/verval/2099010102/media/rumah%201.gif"),
                http.as("ani").get("/api/v1/me/forms/verval/rumah%201.gif?version=2099010102"))) {
            assertThat(file.raw().headers().firstValue("Content-Type")).contains("image/gif");
            assertThat(file.body()).isEqualTo("GIF89a");
        }
        assertThat(forms.upload(citra, xml, Map.of("rumah 1.gif", picture)).version())
                .isEqualTo("2099010102");
        assertThatThrownBy(() ->
                        forms.upload(citra, xml, Map.of("rumah 1.gif", "GIF87a".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("form-version-taken"));
    }

    @Test
    void givesAManifestWithTheFamiliesAsAnEntityList() {
        field.familyOf("ani");
        visits.interpretWaiting();
        byte[] families = get("ani", "/forms/verval/" + VERSION + "/media/families.csv")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        byte[] members = get("ani", "/forms/verval/" + VERSION + "/media/members.csv")
                .body()
                .getBytes(StandardCharsets.UTF_8);

        assertThat(get("ani", "/forms/verval/" + VERSION + "/manifest").body())
                .isEqualTo(golden(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                + "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\">"
                                + "<mediaFile type=\"entityList\"><filename>families.csv</filename><hash>"
                                + md5(families)
                                + "</hash><downloadUrl>SERVER/forms/verval/VERSION/media/families.csv</downloadUrl>"
                                + "<integrityUrl>SERVER/integrity</integrityUrl></mediaFile>"
                                + "<mediaFile><filename>members.csv</filename><hash>" + md5(members)
                                + "</hash><downloadUrl>SERVER/forms/verval/VERSION/media/members.csv</downloadUrl></mediaFile>"
                                + "</manifest>",
                        field.key("ani")));
    }

    @Test
    void eachOfficersFamiliesAreHisOwn() {
        FamilyCase anis = field.familyOf("ani");
        FamilyCase iwans = field.familyOf("iwan");

        String list =
                get("ani", "/forms/verval/" + VERSION + "/media/families.csv").body();

        assertThat(list.lines().findFirst()).contains(String.join(",", VervalForm.FAMILIES_COLUMNS));
        assertThat(list)
                .contains("\n" + anis.number().text() + ",")
                .doesNotContain(iwans.number().text());
        assertThat(list.lines().filter(line -> line.startsWith(anis.number().text())))
                .containsExactly(anis.number() + "," + anis.headName() + " (" + anis.number() + ")," + anis.headName()
                        + ",Jalan Melati 1,Banjar Dinas Kaja," + "Pancasari,Sukasada,2,2,"
                        + field.round().evidence().column() + ",," + anis.version());
    }

    @Test
    void membersAreCountedFromOneInTheFormsCodes() {
        FamilyCase family = field.familyOf("ani");

        List<String> rows = get("ani", "/forms/verval/" + VERSION + "/media/members.csv")
                .body()
                .lines()
                .filter(line -> line.contains("," + family.number() + ","))
                .toList();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .startsWith(family.number() + "-1,")
                .contains(",1,")
                .endsWith(",head,52,male");
        assertThat(rows.get(1))
                .startsWith(family.number() + "-2,")
                .contains(",2,")
                .endsWith(",spouse,47,female");
    }

    @Test
    void noIndicatorOfTheRosterLeavesWithTheLists() {
        assertThat(VervalForm.FAMILIES_COLUMNS)
                .doesNotContain("desil", "roof", "wall", "floor", "toilet", "water", "nik", "kk");
        assertThat(VervalForm.MEMBERS_COLUMNS).doesNotContain("nik");
    }

    @Test
    void tellsWhichFamiliesAreGone() {
        FamilyCase anis = field.familyOf("ani");
        FamilyCase iwans = field.familyOf("iwan");

        assertThat(get("ani", "/integrity?id=" + anis.number() + "," + iwans.number())
                        .body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><data><entities>"
                        + "<entity id=\"" + anis.number() + "\"><deleted>false</deleted></entity>"
                        + "<entity id=\"" + iwans.number() + "\"><deleted>true</deleted></entity></entities></data>");
    }

    @Test
    void aHeadBeforeTheSubmissionSaysHowMuchIsTaken() {
        Answer answer = http.withoutSession()
                .send("HEAD", "/odk/key/" + field.key("ani") + "/submission", BodyPublishers.noBody(), null);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.raw().headers().firstValueAsLong("X-OpenRosa-Accept-Content-Length"))
                .hasValue(100_000_000);
        assertThat(answer.raw().headers().firstValue("X-OpenRosa-Version")).contains("1.0");
        assertThat(answer.raw().headers().firstValue("Date")).isPresent();
    }

    @Test
    void namesTheDeviceInItsAddressWithoutHarm() {
        Post post = Post.of(field.familyOf("ani"));

        Answer answer =
                post.to(http.withoutSession(), "/odk/key/" + field.key("ani") + "/submission?deviceID=collect%3Aabc");

        assertThat(answer.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/odk/key/tidak-ada/formList", "/odk/formList", "/odk/key/", "/odk"})
    void aFalseKeyIsRefusedInOpenRosasForm(String path) {
        Answer answer = http.withoutSession().get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("<OpenRosaResponse", "<message nature=\"error\">");
        assertThat(answer.raw().headers().firstValue("X-OpenRosa-Version")).contains("1.0");
    }

    @ParameterizedTest
    @CsvSource({"/formList%3Bx, error", "/forms/verval/%2E%2E/form.xml, error", "/x%3B/submission, submit_error"})
    void anAddressThatTheFirewallTakesForAnAttackIsRefusedInOpenRosasForm(String path, String nature) {
        Answer answer =
                http.withoutSession().header("Accept-Language", "en").get("/odk/key/" + field.key("ani") + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(answer.raw().headers().firstValue("X-OpenRosa-Version")).hasValue("1.0");
        assertThat(answer.body())
                .contains("<message nature=\"" + nature + "\">The request")
                .startsWith("<?xml");
    }

    @Test
    void aReplacedKeyIsNoneAnyMore() {
        String lost = keys.keyOf("51.08", field.actor("iwan").id());
        assertThat(http.withoutSession().get("/odk/key/" + lost + "/formList").status())
                .isEqualTo(200);

        Answer replaced =
                http.as("hana").post("/api/v1/officers/" + field.actor("iwan").id() + "/openrosa/replace", "");

        assertThat(replaced.status()).isEqualTo(204);
        assertThat(http.withoutSession().get("/odk/key/" + lost + "/formList").status())
                .isEqualTo(401);
        assertThat(get("iwan", "/formList").status()).isEqualTo(200);
    }

    @Test
    void anothersKeyIsShownToWhoeverDrawsWatchesAlone() {
        String path = "/api/v1/officers/" + field.actor("iwan").id() + "/openrosa";

        assertThat(http.as("hana").get(path).status()).isEqualTo(403);
        assertThat(http.as("hana").get(path + "/qr.png").status()).isEqualTo(403);
        assertThat(http.as("hana").post(path + "/replace", "").status()).isEqualTo(204);
        assertThat(http.as("citra").get(path).status()).isEqualTo(200);
        assertThat(http.as("citra")
                        .post(path + "/replace", "")
                        .json()
                        .get("serverUrl")
                        .asString())
                .endsWith(field.key("iwan"));
        assertThat(http.as("iwan").get("/api/v1/me/openrosa").status()).isEqualTo(200);
    }

    @Test
    void theKeyOfADisabledOfficerIsNoneAnyMore() {
        Account leaver = accounts.create(
                null,
                new NewAccount(
                        Personas.REGENCY,
                        "pergi",
                        "Pergi",
                        null,
                        null,
                        List.of(new Grant(Role.OFFICER, Personas.SUKASADA))));
        String path = "/odk/key/" + keys.keyOf(Personas.REGENCY, leaver.id()) + "/formList";
        assertThat(http.withoutSession().get(path).status()).isEqualTo(200);

        accounts.disable(field.actor("joko"), Personas.REGENCY, leaver.id());

        assertThat(http.withoutSession().get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forms/verval/0/form.xml",
                "/forms/lain/1/manifest",
                "/forms/verval/0/media/families.csv",
                "/apa"
            })
    void whatIsNotThereIsNotFoundInOpenRosasForm(String path) {
        Answer answer = get("ani", path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("<OpenRosaResponse");
    }
}

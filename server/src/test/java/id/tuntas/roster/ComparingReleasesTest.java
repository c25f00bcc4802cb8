package id.tuntas.roster;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.access.Actor;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.MemberExistence;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.platform.Refusal;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
class ComparingReleasesTest {

    private static final LocalDate LAST = LocalDate.of(2095, 1, 1);
    private static final String FAMILIES =
            "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat;Jenis Kelamin;Tanggal Lahir;Jenis Atap";
    private static final String MEMBERS =
            "ID Keluarga P3KE;Kode Kemdagri;ID Individu;Nama;NIK;Hubungan dengan Kepala Keluarga;Jenis Kelamin;Tanggal Lahir";
    private static final String KADEK =
            "K1;5108052001;Kadek Uji;5108050101700001;Br. Dinas Kaja;LAKI-LAKI;1970-01-01;GENTENG";
    private static final String MADE =
            "K2;5108052001;Made Uji;5108050201710002;Br. Dinas Kaja;LAKI-LAKI;1971-01-02;GENTENG";
    private static final String NENGAH =
            "K3;5108052002;Nengah Uji;5108050301720003;Br. Dinas Kelod;LAKI-LAKI;1972-01-03;SENG";
    private static final String KETUT =
            "K4;5108052002;Ketut Uji;5108050401730004;Br. Dinas Kelod;LAKI-LAKI;1973-01-04;SENG";

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Rosters rosters;

    @Autowired
    private RosterRows rows;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private CaseData data;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Personas personas;

    @Autowired
    private Http http;

    @Autowired
    private TransactionTemplate transaction;

    private final List<Round> opened = new ArrayList<>();

    /** The newest open round is the one a list is compared with before anybody names another. */
    private Round currentRound(String code) {
        data.aForm();
        Round round =
                rounds.create(deliveries.citra(), CaseData.round(code, RoundState.OPEN, LAST.plusDays(opened.size())));
        opened.add(round);
        return round;
    }

    @AfterEach
    void closeTheRounds() {
        for (Round round : opened) {
            rounds.revise(
                    deliveries.citra(),
                    round.code(),
                    round.version(),
                    CaseData.round(round.code(), RoundState.CLOSED, round.opens()));
        }
    }

    private static NewFile families(String name, String... lines) {
        List<String> all = new ArrayList<>(List.of(FAMILIES));
        all.addAll(List.of(lines));
        return Deliveries.csv(name, all.toArray(String[]::new));
    }

    private static NewFile members(String... lines) {
        List<String> all = new ArrayList<>(List.of(MEMBERS));
        all.addAll(List.of(lines));
        return Deliveries.csv("anggota.csv", all.toArray(String[]::new));
    }

    private static String head(String family, String name) {
        return family + ";5108052001;P" + family + ";" + name + ";;KEPALA KELUARGA;LAKI-LAKI;1970-01-01";
    }

    private static String child(String family, String name) {
        return family + ";5108052001;A" + family + ";" + name + ";;ANAK;PEREMPUAN;2001-01-01";
    }

    private JsonNode report(RosterSummary roster) {
        return http.as("citra")
                .header("Accept-Language", "en")
                .get("/api/v1/rosters/" + roster.id())
                .json();
    }

    private JsonNode compared(RosterSummary roster, String kind) {
        return http.as("citra")
                .header("Accept-Language", "en")
                .get("/api/v1/rosters/" + roster.id() + "/comparison?kind=" + kind)
                .json()
                .get("items");
    }

    private FamilyCase family(Round round, String key) {
        return cases.findByRosterKey(REGENCY, round.id(), key).orElseThrow();
    }

    @Test
    void showsWhoIsAddedDroppedChangedAndReturnedBeforeItIsCommitted() throws IOException {
        Round round = currentRound("BANDING-1");
        deliveries.committed(deliveries.checked(families("satu.csv", KADEK, MADE, NENGAH)), round.code());
        deliveries.committed(
                deliveries.checked(families("dua.csv", KADEK.replace("Kadek Uji", "Kadek Diperbaiki"), MADE, NENGAH)),
                round.code());

        String madeAnew = MADE.replace("GENTENG", "BAMBU").replace("LAKI-LAKI;1971-01-02", "PEREMPUAN;1971-01-03");
        RosterSummary third = deliveries.checked(families("tiga.csv", KADEK, madeAnew, KETUT));

        assertThat(report(third).get("comparison").toString())
                .isEqualTo("{\"added\":1,\"dropped\":1,\"changed\":1,\"returned\":1,\"same\":0}");
        assertThat(report(third).get("notes").findValuesAsString("code")).contains("scope");
        assertThat(compared(third, "added").findValuesAsString("head")).containsExactly("Ketut Uji");
        assertThat(compared(third, "dropped").findValuesAsString("head")).containsExactly("Nengah Uji");
        assertThat(compared(third, "changed").toString())
                .contains("\"familyId\":\"K2\"")
                .contains("{\"field\":\"Roof\",\"before\":\"GENTENG\",\"after\":\"BAMBU\"}")
                .contains("\"before\":\"Male\",\"after\":\"Female\"}")
                .contains("\"before\":\"January 2, 1971\",\"after\":\"January 3, 1971\"}");
        assertThat(compared(third, "returned").toString())
                .contains("{\"field\":\"Head of family\",\"before\":\"Kadek Diperbaiki\",\"after\":\"Kadek Uji\"}");
        assertThat(family(round, "K3").rosterStatus()).isEqualTo("listed");

        Job done = deliveries.committed(third, round.code());

        assertThat(done.result().get("added").asInt()).isEqualTo(1);
        assertThat(done.result().get("dropped").asInt()).isEqualTo(1);
        assertThat(family(round, "K3").rosterStatus()).isEqualTo("dropped");
        assertThat(family(round, "K4").headName()).isEqualTo("Ketut Uji");
        assertThat(compared(third, "added").findValuesAsString("head")).containsExactly("Ketut Uji");
    }

    @Test
    void callsADroppedFamilyThatIsListedAgainReturned() throws IOException {
        Round round = currentRound("BANDING-2");
        deliveries.committed(deliveries.checked(families("satu.csv", KADEK, MADE)), round.code());
        deliveries.committed(deliveries.checked(families("dua.csv", KADEK)), round.code());

        RosterSummary third = deliveries.checked(families("tiga.csv", KADEK, MADE));

        assertThat(compared(third, "returned").findValuesAsString("familyId")).containsExactly("K2");
        deliveries.committed(third, round.code());
        assertThat(family(round, "K2").rosterStatus()).isEqualTo("returned");
    }

    @Test
    void callsReturnedWhatAnApprovedVisitCorrectedAndTheNextListStillHas() throws IOException {
        Round round = currentRound("BANDING-3");
        deliveries.committed(
                deliveries.checked(
                        families("satu.csv", KADEK, MADE, NENGAH),
                        members(
                                head("K1", "Kadek Uji"),
                                child("K1", "Luh Uji"),
                                head("K2", "Made Uji"),
                                head("K3", "Nengah Uji"))),
                round.code());
        approve(family(round, "K1"), ContactResult.FOUND, "Luh Uji");
        approve(family(round, "K2"), ContactResult.NOT_FOUND, null);

        RosterSummary next = deliveries.checked(
                families("dua.csv", KADEK, MADE, NENGAH),
                members(
                        head("K1", "Kadek Uji"),
                        child("K1", "Luh Uji"),
                        head("K2", "Made Uji"),
                        head("K3", "Nengah Uji"),
                        child("K3", "Komang Uji")));

        assertThat(compared(next, "returned").findValuesAsString("familyId")).containsExactly("K1", "K2");
        assertThat(compared(next, "changed").toString())
                .contains("{\"field\":\"Members\",\"before\":null,\"after\":\"Komang Uji\"}");
    }

    private void approve(FamilyCase family, ContactResult contact, String absent) {
        Actor ani = personas.actor("ani");
        assignments.assign(deliveries.citra(), new AssignFamilies(ani.id(), List.of(family.id()), List.of(), "uji"));
        transaction.executeWithoutResult(status -> {
            var visit = Ids.next();
            cases.visitReceived(
                    REGENCY,
                    family.id(),
                    new VisitOutcome(
                            visit, ani.id(), contact, null, Instant.parse("2023-02-03T02:00:00Z"), null, null));
            cases.visitApproved(deliveries.citra(), family.id(), visit, contact, null);
            cases.members(REGENCY, family.id()).stream()
                    .filter(member -> member.name().equals(absent))
                    .forEach(member -> cases.confirmExistence(
                            REGENCY, family.id(), Map.of(member.id(), MemberExistence.DECEASED)));
        });
    }

    @Test
    void dropsNobodyForASupplement() throws IOException {
        Round round = currentRound("BANDING-4");
        deliveries.committed(deliveries.checked(families("satu.csv", KADEK, MADE)), round.code());

        RosterSummary allNew = deliveries.checked(families("susulan.csv", NENGAH));
        RosterSummary said = deliveries.checked(
                new RosterAbout(null, null, null, RosterScope.SUPPLEMENT), families("susulan-2.csv", MADE, KETUT));

        assertThat(allNew.scope()).isEqualTo(RosterScope.SUPPLEMENT);
        assertThat(report(allNew).get("comparison").get("dropped").asInt()).isZero();
        assertThat(report(said).get("comparison").get("dropped").asInt()).isZero();
        rosters.describe(deliveries.citra(), said.id(), new RosterAbout("DTSEN", null, null, RosterScope.FULL));
        assertThat(report(said).get("comparison").get("dropped").asInt()).isEqualTo(1);
        assertThat(report(said).get("source").asString()).isEqualTo("DTSEN");
    }

    @Test
    void takesAListForAPartThatIsFarShorterThanWhatStands() throws IOException {
        Round round = currentRound("BANDING-9");
        deliveries.committed(deliveries.checked(families("tiga.csv", KADEK, MADE, KETUT)), round.code());

        RosterSummary one = deliveries.checked(families("satu-saja.csv", KADEK));
        RosterSummary two = deliveries.checked(families("dua.csv", KADEK, MADE));

        assertThat(one.scope()).isEqualTo(RosterScope.SUPPLEMENT);
        assertThat(report(one).get("comparison").get("dropped").asInt()).isZero();
        assertThat(report(one).get("notes").toString()).contains("fewer than half of the families that stand");
        assertThat(two.scope()).isEqualTo(RosterScope.FULL);
        assertThat(report(two).get("comparison").get("dropped").asInt()).isEqualTo(1);
        rosters.describe(deliveries.citra(), one.id(), new RosterAbout(null, null, null, RosterScope.FULL));
        assertThat(report(one).get("comparison").get("dropped").asInt()).isEqualTo(2);
    }

    @Test
    void asksForAnotherLookWhenTheListWasComparedWithSomethingElse() throws IOException {
        Round round = currentRound("BANDING-5");
        deliveries.committed(deliveries.checked(families("satu.csv", KADEK, MADE)), round.code());
        RosterSummary second = deliveries.checked(families("dua.csv", KADEK, MADE, NENGAH));
        deliveries.committed(deliveries.checked(families("tiga.csv", KADEK, MADE, KETUT)), round.code());

        assertThatThrownBy(() -> rosters.commit(deliveries.citra(), second.id(), round.code(), true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roster-comparison-changed"));
        assertThat(compared(second, "dropped").findValuesAsString("familyId")).containsExactly("K4");

        assertThat(deliveries.committed(second, round.code()).state()).isEqualTo("done");
    }

    @Test
    void keepsTheMembersThatALaterListOfFamiliesAloneDoesNotSpeakOf() throws IOException {
        Round round = currentRound("BANDING-6");
        deliveries.committed(
                deliveries.checked(
                        families("satu.csv", KADEK), members(head("K1", "Kadek Uji"), child("K1", "Luh Uji"))),
                round.code());

        RosterSummary next = deliveries.checked(families("dua.csv", KADEK));
        assertThat(report(next).get("comparison").get("same").asInt()).isEqualTo(1);
        deliveries.committed(next, round.code());

        assertThat(cases.members(REGENCY, family(round, "K1").id()))
                .extracting(CaseMember::name, CaseMember::dropped)
                .containsExactly(tuple("Kadek Uji", false), tuple("Luh Uji", false));
    }

    @Test
    void takesAListOfMembersAloneForTheFamiliesThatAreKnown() throws IOException {
        Round round = currentRound("BANDING-7");
        deliveries.committed(deliveries.checked(families("satu.csv", KADEK)), round.code());

        RosterSummary next =
                deliveries.checked(members(head("K1", "Kadek Uji"), child("K1", "Luh Uji"), head("K9", "Gede Uji")));
        deliveries.committed(next, round.code());

        assertThat(cases.members(REGENCY, family(round, "K1").id())).hasSize(2);
        RosterFamily known = rows.of(REGENCY, next.id(), "K1", Locale.ENGLISH).orElseThrow();
        assertThat(known.file()).isEqualTo("satu.csv");
        assertThat(known.indicators()).containsEntry("roof", "GENTENG");
        assertThat(known.members()).hasSize(2);
        assertThat(family(round, "K9").headName()).isEqualTo("Gede Uji");
        assertThat(rows.of(REGENCY, next.id(), "K9", Locale.ENGLISH)
                        .orElseThrow()
                        .file())
                .isEqualTo("anggota.csv");
    }

    @Test
    void saysThatTheSameFilesWereCommittedBefore() throws IOException {
        Round round = currentRound("BANDING-8");
        NewFile file = families("satu.csv", KADEK, NENGAH);
        deliveries.committed(deliveries.checked(file), round.code());

        RosterSummary again = deliveries.checked(file);

        JsonNode report = report(again);
        assertThat(report.get("comparison").get("same").asInt()).isEqualTo(2);
        assertThat(report.get("notes").get(0).get("code").asString()).isEqualTo("same-files");
        assertThat(report.get("notes").get(0).get("text").asString()).contains("changes nothing");
    }
}

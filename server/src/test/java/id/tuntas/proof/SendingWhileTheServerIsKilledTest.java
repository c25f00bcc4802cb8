package id.tuntas.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.NewFamily;
import id.tuntas.evidence.Evidence;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.VervalForm;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.proof.Shift.Visit;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerProcess;
import id.tuntas.visits.Post;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("server")
class SendingWhileTheServerIsKilledTest {

    private static final int TELEPHONES = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PHOTO = Post.PHOTOS.getFirst();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "its database too: {0}, in the middle of {1}")
    @CsvSource({"false, 500", "true, 150"})
    void everyAnsweredSubmissionIsThereWholeAndAllSentAgainMakeNoDoubles(boolean databaseToo, int all)
            throws Exception {
        int beforeTheKill = all * 2 / 5;
        Path data = folder.resolve("data");
        List<Visit> visits;
        Set<Visit> answered;
        try (ServerProcess server = ServerProcess.start(data)) {
            try (ConfigurableApplicationContext parts = server.join()) {
                visits = visits(parts, all);
            }
            Shift shift = Shift.begin(server.address(), visits, TELEPHONES, beforeTheKill);
            shift.awaitEnough();
            if (databaseToo) {
                server.killWithDatabase();
            } else {
                server.kill();
            }
            answered = shift.end();
            assertThat(shift.refusals()).isEmpty();
        }
        assertThat(answered).hasSizeBetween(beforeTheKill, all - 1);

        try (ServerProcess server = ServerProcess.start(data);
                ConfigurableApplicationContext parts = server.join()) {
            assertWhole(parts, answered);

            Shift again = Shift.begin(server.address(), visits, TELEPHONES, 0);
            assertThat(again.end()).containsExactlyInAnyOrderElementsOf(visits);

            assertWhole(parts, visits);
            assertThat(count(parts, "visits.submission")).isEqualTo(all);
            assertThat(count(parts, "visits.attachment")).isEqualTo(all);
            await().atMost(PATIENCE).until(() -> count(parts, "visits.submission where interpreted_at is null") == 0);
            assertThat(count(parts, "visits.visit where state = 'received'")).isEqualTo(all);
            assertThat(count(parts, "cases.family where state = 'visited'")).isEqualTo(all);
            assertThat(count(parts, "ledger.entry where verb = 'visit.sent'")).isEqualTo(all);
            assertThat(count(parts, "ledger.entry where verb = 'visit.interpreted'"))
                    .isEqualTo(all);
            assertThat(parts.getBean(Ledger.class).verify().firstMisfit()).isEmpty();
        }
    }

    private static long count(ApplicationContext parts, String rows) {
        return parts.getBean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }

    private static void assertWhole(ApplicationContext parts, Iterable<Visit> visits) {
        assertThat(visits).allSatisfy(visit -> {
            Post post = visit.post();
            byte[] photo = post.parts().getFirst().content();
            assertThat(parts.getBean(JdbcClient.class)
                            .sql("select xml from visits.submission where instance_id = :instance")
                            .param("instance", post.instanceId())
                            .query(byte[].class)
                            .list())
                    .containsExactly(post.xml().getBytes(StandardCharsets.UTF_8));
            assertThat(parts.getBean(JdbcClient.class)
                            .sql("select name || ' ' || sha256 from visits.attachment where instance_id = :instance")
                            .param("instance", post.instanceId())
                            .query(String.class)
                            .list())
                    .containsExactly(PHOTO + " " + sha256(photo));
            Path kept = parts.getBean(Evidence.class)
                    .open(Personas.REGENCY, sha256(photo))
                    .orElseThrow();
            assertThat(kept).hasBinaryContent(photo);
        });
    }

    private static String sha256(byte[] content) {
        return Hashes.hex(Hashes.sha256(content));
    }

    /** One visit with a photo of each of so many families, dealt out to as many officers as there are telephones. */
    private static List<Visit> visits(ApplicationContext parts, int all) {
        Actor citra = parts.getBean(Personas.class).actor("citra");
        Round round = parts.getBean(Rounds.class).create(citra, round(parts));
        List<Region> villages = parts.getBean(Regions.class).villages(Personas.REGENCY).values().stream()
                .limit(TELEPHONES)
                .toList();
        List<NewFamily> families = IntStream.range(0, all)
                .mapToObj(n -> CaseData.family(
                        "keluarga-" + n, villages.get(n % TELEPHONES).code(), "Kepala " + n))
                .toList();
        parts.getBean(CaseData.class).open(round, families);
        List<Visit> visits = new ArrayList<>();
        for (Region village : villages) {
            Account officer = parts.getBean(Accounts.class)
                    .create(
                            null,
                            new NewAccount(
                                    Personas.REGENCY,
                                    "petugas-" + village.code(),
                                    "Petugas " + village.name(),
                                    null,
                                    null,
                                    List.of(new Grant(
                                            Role.OFFICER, village.code().substring(0, Personas.SUKASADA.length())))));
            parts.getBean(Assignments.class)
                    .assign(citra, new AssignFamilies(officer.id(), List.of(), List.of(village.code()), null));
            String key = parts.getBean(CollectKeys.class).keyOf(Personas.REGENCY, officer.id());
            parts.getBean(Cases.class)
                    .familiesOf(Personas.REGENCY, officer.id())
                    .forEach(listed ->
                            visits.add(new Visit(key, Post.of(listed.family()).withPhotos(PHOTO))));
        }
        assertThat(visits).hasSize(all);
        return visits;
    }

    private static NewRound round(ApplicationContext parts) {
        LocalDate today = parts.getBean(BusinessClock.class).today();
        return new NewRound(
                "BUKTI",
                "Putaran bukti",
                today.minusDays(1),
                today.plusDays(20),
                today.plusDays(300),
                VervalForm.FORM_ID,
                VervalForm.definition().version(),
                List.of(new DatedPovertyLine(today.minusYears(1), 322_170, 500_000)),
                EvidenceRules.standard(),
                2,
                30,
                30,
                RoundState.OPEN);
    }
}

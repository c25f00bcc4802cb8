package id.tuntas.reports;

import static id.tuntas.reports.Reports.ask;
import static id.tuntas.reports.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.platform.Jobs;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RefusingReportsTest {

    @Autowired
    private Http http;

    @Autowired
    private CaseData data;

    @Autowired
    private Jobs jobs;

    private Reports reports;

    @BeforeEach
    void aRoundOfItsOwn() {
        String code = "LAP-" + UUID.randomUUID().toString().substring(0, 8);
        data.families(data.openRound(code), Personas.SUKASADA + ".2001", 1);
        reports = new Reports(http, jobs, code);
    }

    @Test
    void nobodyIsGivenWhatHisRoleMayNotRead() {
        for (String persona : List.of("eka", "dewa", "gita", "ani")) {
            assertThat(reports.asked(persona, ask("familyList", "csv")).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(reports.asked(persona, ask("villageLetters", "zip")).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("budi", "eka", "dewa", "fajar", "gita")) {
            assertThat(reports.asked(persona, ask("agencyLetters", "zip")).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(reports.asked("budi", ask("quarterly", "pdf")).status()).isEqualTo(403);
        assertThat(reports.asked("gita", ask("onePage", "pdf")).status()).isEqualTo(403);
        assertThat(http.withoutSession()
                        .post(reports.path(), ask("onePage", "pdf"))
                        .status())
                .isEqualTo(401);
        assertThat(reports.asked("lina", ask("onePage", "pdf")).status()).isEqualTo(404);
    }

    @Test
    void nobodyIsGivenAnotherRegion() {
        for (String region : List.of(Personas.TEJAKULA, Personas.TEJAKULA + ".2001", Personas.REGENCY)) {
            assertThat(reports.asked("budi", with(ask("familyList", "csv"), "region", region))
                            .status())
                    .as(region)
                    .isEqualTo(403);
        }
        assertThat(errors(reports.asked("citra", with(ask("familyList", "csv"), "region", "51.99"))))
                .containsExactly("/region unknown");
        assertThat(errors(reports.asked("citra", with(ask("quarterly", "pdf"), "region", Personas.SUKASADA))))
                .containsExactly("/region unknown");
    }

    @Test
    void whatCannotBeMadeIsToldFieldByField() {
        assertThat(errors(reports.asked("citra", Map.of()))).containsExactly("/kind required");
        assertThat(errors(reports.asked("citra", ask("gossip", "pdf")))).containsExactly("/kind unknown");
        assertThat(errors(reports.asked("citra", ask("familyList", "docx")))).containsExactly("/format unknown");
        assertThat(errors(reports.asked("citra", ask("onePage", "csv")))).containsExactly("/format unknown");
        assertThat(errors(reports.asked("citra", Map.of("kind", "familyList", "format", "csv", "purpose", "  "))))
                .containsExactly("/purpose required");
        assertThat(errors(reports.asked("citra", with(ask("familyList", "csv"), "purpose", "x".repeat(501)))))
                .containsExactly("/purpose too-long");
        assertThat(errors(reports.asked("citra", with(ask("familyList", "csv"), "standing", "rich"))))
                .containsExactly("/standing unknown");
        assertThat(errors(reports.asked("citra", with(ask("onePage", "pdf"), "standing", "poor"))))
                .containsExactly("/standing unknown");
        assertThat(errors(reports.asked("citra", with(ask("onePage", "pdf"), "zero", "open"))))
                .containsExactly("/zero unknown");
        for (String day : List.of("2023-01-31", "2999-01-01")) {
            assertThat(errors(reports.asked("citra", with(ask("familyList", "csv"), "day", day))))
                    .as(day)
                    .containsExactly("/day out-of-range");
        }
        assertThat(errors(reports.asked("citra", with(ask("onePage", "pdf"), "day", "2023-02-02"))))
                .containsExactly("/day out-of-range");
    }

    @Test
    void aFileIsForWhoeverAskedForItAlone() {
        UUID report = reports.done("citra", ask("familyList", "csv")).id();

        for (String persona : List.of("maya", "budi", "fajar", "eka", "lina")) {
            assertThat(reports.fetched(persona, report).statusCode())
                    .as(persona)
                    .isEqualTo(404);
        }
        assertThat(reports.fetched("gita", report).statusCode()).isEqualTo(403);
        assertThat(http.as("maya").get(reports.path()).json().get("items").isEmpty())
                .isTrue();
        assertThat(http.as("citra")
                        .get(reports.path() + "/" + UUID.randomUUID() + "/file")
                        .status())
                .isEqualTo(404);
        assertThat(http.as("citra")
                        .get("/api/v1/rounds/"
                                + data.openRound("LAP-" + report.toString().substring(24))
                                        .code() + "/reports/" + report + "/file")
                        .status())
                .as("of another round")
                .isEqualTo(404);
    }

    private static List<String> errors(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString() + " "
                        + error.get("code").asString())
                .toList();
    }
}

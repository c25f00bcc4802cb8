package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.testing.Personas.SUKASADA;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Devices;
import id.tuntas.access.Phones;
import id.tuntas.access.Phones.Phone;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@VisitsTest
class KeepingBothClocksTest {

    private static final Instant SAID = Instant.parse("2023-02-11T02:26:00Z");

    @Autowired
    private Field field;

    @Autowired
    private Visits visits;

    @Autowired
    private Phones phones;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    private Phone phone;

    @BeforeEach
    void aPhoneOfItsOwn() {
        clock.playOn(Field.TODAY);
        phone = phones.registered(phones.officer(SUKASADA));
    }

    private Post post() {
        return Post.of(field.familyOf(phone.officer()))
                .with("start", "2023-02-11T10:00:00.000+08:00")
                .with("end", "2023-02-11T10:26:00.000+08:00");
    }

    private VisitSummary sent(Http.Caller caller, Post post) {
        JsonNode receipt = post.to(caller, "/api/v1/submissions").json();
        visits.interpretWaiting();
        return visits.findSummary(
                        REGENCY, UUID.fromString(receipt.get("visitId").asString()))
                .orElseThrow();
    }

    private Http.Caller phoneAhead(Duration skew) {
        return phones.as(phone)
                .header(Devices.PHONE_TIME_HEADER, Instant.now().plus(skew).toString());
    }

    @Test
    void aPhoneTwoDaysAheadWasThereTwoDaysBefore() {
        VisitSummary visit = sent(phoneAhead(Duration.ofDays(2)), post());

        assertThat(visit.phoneTime()).isEqualTo(SAID);
        assertThat(visit.skewSeconds()).isBetween(172_700L, 172_810L);
        assertThat(visit.visitedAt()).isEqualTo(SAID.minusSeconds(visit.skewSeconds()));
        assertThat(visit.minutes()).isEqualTo(26);
    }

    @Test
    void theReviewerIsToldOfIt() {
        VisitSummary visit = sent(phoneAhead(Duration.ofDays(2)), post());

        JsonNode shown = http.as("budi").get("/api/v1/visits/" + visit.id()).json();

        assertThat(shown.get("phoneTime").asString()).isEqualTo(SAID.toString());
        assertThat(shown.get("skewSeconds").asLong()).isEqualTo(visit.skewSeconds());
        assertThat(shown.get("flags").toString()).contains("clock-ahead", "lebih cepat dari jam kantor");
    }

    @Test
    void aRightClockRaisesNothing() {
        VisitSummary visit = sent(phoneAhead(Duration.ZERO), post());

        assertThat(visit.skewSeconds()).isBetween(-60L, 1L);
        assertThat(http.as("budi")
                        .get("/api/v1/visits/" + visit.id())
                        .json()
                        .get("flags")
                        .toString())
                .doesNotContain("\"clock-");
    }

    @Test
    void whereNobodyMeasuredThePhoneIsBelievedUnlessItSpeaksOfTheFuture() {
        VisitSummary visit = sent(http.as(phone.officer()), post());

        assertThat(visit.skewSeconds()).isNull();
        assertThat(visit.phoneTime()).isEqualTo(SAID);
        assertThat(visit.visitedAt()).isEqualTo(visit.receivedAt());
    }

    @Test
    void aDayIsJudgedByTheCalendarThatThePhoneHad() {
        Post ahead = post().with("attempts", "2")
                .with("start", "2999-01-01T10:00:00.000+08:00")
                .with("end", "2999-01-01T10:26:00.000+08:00");
        String attempt = "<attempt><number>%d</number><on>%s</on><part_of_day>morning</part_of_day></attempt>";
        VisitSummary visit = sent(
                http.as(phone.officer()),
                ahead.withXml(ahead.xml()
                        .replace(
                                "</contact>",
                                "</contact>" + attempt.formatted(1, "2999-01-01")
                                        + attempt.formatted(2, "3999-01-01"))));

        assertThat(http.as("budi")
                        .get("/api/v1/visits/" + visit.id())
                        .json()
                        .get("findings")
                        .toString())
                .contains("/data/attempt[2]/on")
                .doesNotContain("/data/attempt[1]/on");
    }
}

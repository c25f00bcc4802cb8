package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.PhoneRecord.Attempt;
import id.tuntas.forms.PhoneRecord.PhotoNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingThePhoneRecordTest {

    @Test
    void tellsOfAttemptsAndPhotos() {
        PhoneRecord record = PhoneRecord.in(answers("""
                {"attempts": [{"at": "2023-02-01T02:10:00.000Z", "lat": -8.1, "lng": 115.1, "accuracy": 9}],
                 "photos": [{"sha256": "ab", "takenAt": null, "lat": null, "lng": null, "fault": "dark", "reason": "Tidak ada lampu"}]}
                """));

        assertThat(record.attempts())
                .containsExactly(new Attempt(Instant.parse("2023-02-01T02:10:00Z"), -8.1, 115.1, 9.0));
        assertThat(record.findPhoto("ab")).contains(new PhotoNote("ab", null, null, null, "dark", "Tidak ada lampu"));
        assertThat(record.findPhoto("cd")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"attempts\": [null]}", "{\"attempts\": [{\"at\": \"kemarin\"}]}"})
    void isEmptyWhenItCannotBeRead(String json) {
        PhoneRecord record = PhoneRecord.in(answers(json));

        assertThat(record.attempts()).isEmpty();
        assertThat(record.photos()).isEmpty();
    }

    private static Answers answers(String json) {
        String xml = "<data id='verval'><meta><instanceID>uuid:1</instanceID><phone>" + json + "</phone></meta></data>";
        return Answers.read(xml.getBytes(StandardCharsets.UTF_8), Set.of());
    }
}

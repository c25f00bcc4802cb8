package id.tuntas.deliberation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.access.Actor;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Hall.class)
class GoingOnWithABundleTest {

    @Autowired
    private MinutesBundles bundles;

    @Autowired
    private BundleStore store;

    @Autowired
    private MinutesStore minutes;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Test
    void keepsWhatWasMadeBeforeItDied() throws Exception {
        UUID first = withoutMinutes();
        UUID second = withoutMinutes();
        Actor citra = field.actor("citra");
        UUID id = Ids.next();
        store.insert(citra, id, field.round().id(), List.of(first, second), "Uji");
        JsonNode payload = json.read(json.write(Map.of("address", "https://tuntas.contoh.id")), JsonNode.class);

        assertThatThrownBy(() -> bundles.run(Personas.REGENCY, id, payload, (stage, done, total) -> {
                    if (done == 1) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        Minutes made = minutes.find(Personas.REGENCY, first).orElseThrow();
        assertThat(minutes.find(Personas.REGENCY, second)).isEmpty();

        MinutesBundles.Done done = bundles.run(Personas.REGENCY, id, payload, (stage, n, total) -> {});

        assertThat(done.villages()).isEqualTo(2);
        assertThat(minutes.find(Personas.REGENCY, first)).contains(made);
        assertThat(bundles.run(Personas.REGENCY, id, payload, (stage, n, total) -> {}))
                .isEqualTo(done);
        assertThat(ledger.of(Personas.REGENCY, field.round().id()))
                .filteredOn(entry -> id.toString().equals(entry.detail().get("job")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.verb()).isEqualTo("minutes.bundled"));
    }

    private UUID withoutMinutes() {
        UUID meeting = hall.closedOn(hall.reviewed(hall.village()));
        jdbc.sql("delete from deliberation.minutes where meeting_id = :id")
                .param("id", meeting)
                .update();
        return meeting;
    }
}

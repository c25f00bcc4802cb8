package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.platform.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DecreeStore {

    private final JdbcClient jdbc;
    private final Json json;

    DecreeStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Writes the families and then the decree, which closes its list. Returns what the ledger's entry is to be a digest of; null when there is
     * such a decree already, by its place in the round or by its number.
     */
    byte @Nullable [] insert(Actor actor, Locked decree, List<Line> lines) {
        jdbc.sql("""
                insert into decrees.family (regency_code, decree_id, family_id, number, change, reason, content)
                select :regency, :decree, l.* from unnest(:families, :numbers, :changes, :reasons, :contents) as l
                """)
                .param("regency", actor.regencyCode())
                .param("decree", decree.id())
                .param("families", lines.stream().map(Line::familyId).toArray(UUID[]::new))
                .param("numbers", lines.stream().map(Line::number).toArray(String[]::new))
                .param(
                        "changes",
                        lines.stream().map(line -> line.effect().key()).toArray(String[]::new))
                .param("reasons", lines.stream().map(Line::reason).toArray(String[]::new))
                .param("contents", lines.stream().map(Line::content).toArray(String[]::new))
                .update();
        String content = json.write(decree);
        int written = jdbc.sql("""
                insert into decrees.decree (regency_code, id, round_id, ordinal, number, decided_on, scan, despite, families, persons, root,
                    root_version, locked_by, locked_at, content)
                values (:regency, :id, :round, :ordinal, :number, :decidedOn, :scan, :despite, :families, :persons, decode(:root, 'hex'),
                    :version, :by, :at, :content)
                on conflict do nothing
                """)
                .param("regency", actor.regencyCode())
                .param("id", decree.id())
                .param("round", decree.roundId())
                .param("ordinal", decree.ordinal())
                .param("number", decree.number())
                .param("decidedOn", decree.decidedOn())
                .param("scan", decree.scan())
                .param("despite", decree.despite())
                .param("families", decree.families())
                .param("persons", decree.persons())
                .param("root", decree.root())
                .param("version", decree.rootVersion())
                .param("by", decree.lockedBy())
                .param("at", Timestamp.from(decree.lockedAt()))
                .param("content", content)
                .update();
        return written == 0 ? null : annex(content, lines);
    }

    /** As {@link KeptDecrees} puts it together again. */
    private static byte[] annex(String content, List<Line> lines) {
        return lines.stream()
                .map(line -> line.effect().key() + " " + line.content() + "\n" + line.reason())
                .collect(Collectors.joining("\n", content + "\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}

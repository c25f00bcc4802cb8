package id.tuntas.deliberation.internal;

import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What anybody may know of minutes whose code or hash he has; no person stands in it. */
@Component
class KeptPapers {

    private static final String PAPER = """
            select p.sha256, p.code, p.made_at, m.village_code, m.purpose, m.edition, cast(m.sheet ->> 'heldOn' as date) as held_on,
                m.purpose = 'verification' and exists (select from deliberation.meeting later
                    where later.regency_code = m.regency_code and later.round_id = m.round_id and later.village_code = m.village_code and later.edition > m.edition) as superseded,
                array(select s.sha256 from deliberation.signed_minutes s
                    where s.regency_code = p.regency_code and s.meeting_id = p.meeting_id order by s.received_at desc) as signed
            from deliberation.minutes p
            join deliberation.every_meeting m on m.regency_code = p.regency_code and m.id = p.meeting_id
            where p.code = :code or p.sha256 = :hash or exists (select from deliberation.signed_minutes s
                where s.sha256 = :hash and s.regency_code = p.regency_code and s.meeting_id = p.meeting_id)
            order by m.edition desc limit 1
            """;

    /**
     * @param edition of one on graduations, which one it is in its village
     * @param superseded whether the meeting was opened again since
     * @param signed hashes of the signed copies, the newest first
     */
    record KeptPaper(
            String village,
            String villageKind,
            String district,
            @Nullable LocalDate heldOn,
            String purpose,
            int edition,
            boolean superseded,
            String code,
            Instant madeAt,
            String sha256,
            List<String> signed) {}

    private final JdbcClient jdbc;
    private final Regions regions;

    KeptPapers(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /**
     * @param key the code as it is printed, with its strokes or without, or a SHA-256 in hex
     * @throws Refusal 404 paper-unknown
     */
    KeptPaper get(String key) {
        String typed = key.replaceAll("[-\\s]", "");
        return jdbc.sql(PAPER)
                .param("code", typed.toUpperCase(Locale.ROOT))
                .param("hash", typed.toLowerCase(Locale.ROOT))
                .query(this::paper)
                .optional()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "paper-unknown"));
    }

    private KeptPaper paper(ResultSet row, int n) throws SQLException {
        Region village = regions.find(row.getString("village_code")).orElseThrow();
        return new KeptPaper(
                village.name(),
                village.kind(),
                regions.name(Objects.requireNonNull(village.parent())),
                row.getObject("held_on", LocalDate.class),
                row.getString("purpose"),
                row.getInt("edition"),
                row.getBoolean("superseded"),
                row.getString("code"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("sha256"),
                List.of((String[]) row.getArray("signed").getArray()));
    }
}

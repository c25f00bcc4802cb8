package id.tuntas.citizens.internal;

import id.tuntas.access.Actor;
import id.tuntas.citizens.DeclineReason;
import id.tuntas.citizens.NewPetition;
import id.tuntas.citizens.PetitionKind;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.platform.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PetitionStore {

    /** What the acts on a petition need of it. */
    record Kept(UUID id, PetitionKind kind, String village, String headName, String place, boolean judged) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PetitionStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns false when it was sent before. */
    boolean insert(String regencyCode, UUID id, UUID roundId, NewPetition petition, String codeHash, LocalDate dueOn) {
        EvidenceFile photo = petition.photo();
        return jdbc.sql("""
                insert into citizens.petition (regency_code, id, round_id, kind, sent_id, code_hash, village_code, head_name, place, reason,
                    phone, photo, received_at, due_on)
                values (:regency, :id, :round, :kind, :sent, :code, :village, :head, :place, :reason, :phone, :photo, :at, :due)
                on conflict (regency_code, sent_id) do nothing
                """)
                        .param("regency", regencyCode)
                        .param("id", id)
                        .param("round", roundId)
                        .param("kind", petition.kind().key())
                        .param("sent", petition.sentId())
                        .param("code", codeHash)
                        .param("village", petition.village())
                        .param("head", petition.headName())
                        .param("place", petition.place())
                        .param("reason", petition.reason())
                        .param("phone", petition.phone())
                        .param("photo", photo == null ? null : photo.sha256())
                        .param("at", Timestamp.from(clock.now()))
                        .param("due", dueOn)
                        .update()
                == 1;
    }

    boolean isKept(String regencyCode, UUID sentId) {
        return jdbc.sql(
                        "select exists (select from citizens.petition where regency_code = :regency and sent_id = :sent)")
                .param("regency", regencyCode)
                .param("sent", sentId)
                .query(Boolean.class)
                .single();
    }

    /** Holds the petition until the transaction ends, so that two coordinators cannot judge it. */
    Optional<Kept> lock(String regencyCode, UUID id, String[] scope) {
        return jdbc.sql("""
                select * from citizens.petition
                where regency_code = :regency and id = :id and village_code like any(:scope) for no key update
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("scope", scope)
                .query(PetitionStore::kept)
                .optional();
    }

    /** False without one. */
    boolean deletePhone(String regencyCode, UUID id) {
        return jdbc.sql("""
                update citizens.petition set phone = null
                where regency_code = :regency and id = :id and phone is not null
                """).param("regency", regencyCode).param("id", id).update() == 1;
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                PetitionKind.findByKey(row.getString("kind")).orElseThrow(),
                row.getString("village_code"),
                row.getString("head_name"),
                row.getString("place"),
                row.getString("judgement") != null);
    }

    void judge(
            Actor actor,
            UUID id,
            String judgement,
            @Nullable UUID caseId,
            @Nullable DeclineReason reason,
            String note) {
        jdbc.sql("""
                update citizens.petition set judgement = :judgement, family_id = :family, decline_reason = :reason, note = :note,
                    judged_by = :actor, judged_at = :at
                where regency_code = :regency and id = :id
                """)
                .param("judgement", judgement)
                .param("family", caseId)
                .param("reason", reason == null ? null : reason.code())
                .param("note", note)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .param("regency", actor.regencyCode())
                .param("id", id)
                .update();
    }
}

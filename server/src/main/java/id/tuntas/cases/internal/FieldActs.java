package id.tuntas.cases.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.access.Actor;
import id.tuntas.access.Device;
import id.tuntas.access.Devices;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over into the ledger what an officer's phone logged while it had no signal. */
@Component
class FieldActs {

    /** The officer saw the identity number of a member in clear. */
    static final String NIK_UNMASKED = "nik.unmasked";

    record FieldAct(UUID id, UUID caseId, UUID memberId, Instant at) {}

    /** What came of one; each is final, so that the phone can forget the act. */
    enum Outcome {
        RECORDED("recorded"),
        KNOWN("known"),
        /** The family never was his, or has no such member. */
        REFUSED("refused");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }
    }

    record Result(UUID id, Outcome outcome) {}

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final Devices devices;
    private final Ledger ledger;
    private final BusinessClock clock;

    FieldActs(JdbcClient jdbc, CaseStore store, Devices devices, Ledger ledger, BusinessClock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.devices = devices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param deviceId the phone they come from, as it calls itself */
    @Transactional
    public List<Result> record(Actor officer, @Nullable String deviceId, List<FieldAct> acts) {
        officer.require(Verb.VISIT_SUBMIT);
        Device device = deviceId == null
                ? null
                : devices.find(officer.regencyCode(), officer.id(), deviceId).orElse(null);
        return acts.stream()
                .map(act -> new Result(act.id(), record(officer, device, act)))
                .toList();
    }

    private Outcome record(Actor officer, @Nullable Device device, FieldAct act) {
        FamilyCase family = his(officer, act);
        if (family == null) {
            return Outcome.REFUSED;
        }
        if (!insert(officer, act)) {
            return Outcome.KNOWN;
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("member", act.memberId().toString());
        detail.put("phoneAt", act.at().toString());
        if (device != null) {
            detail.put("device", device.id().toString());
            if (device.skewSeconds() != null) {
                detail.put("skewSeconds", device.skewSeconds());
            }
        }
        ledger.record(new Act(
                officer.regencyCode(),
                officer.id(),
                "case.nik-unmasked",
                "case",
                family.id(),
                family.villageCode(),
                detail,
                (act.id() + " " + act.caseId() + " " + act.memberId() + " " + act.at())
                        .getBytes(StandardCharsets.UTF_8)));
        return Outcome.RECORDED;
    }

    /** A family that went to somebody else since then was on the phone all the same. */
    private @Nullable FamilyCase his(Actor officer, FieldAct act) {
        return store.find(officer.regencyCode(), act.caseId())
                .filter(family -> store.assignments(officer.regencyCode(), family.id()).stream()
                        .anyMatch(assignment -> assignment.officerId().equals(officer.id())))
                .filter(family -> store.members(officer.regencyCode(), List.of(family.id())).stream()
                        .map(CaseMember::id)
                        .anyMatch(act.memberId()::equals))
                .orElse(null);
    }

    private boolean insert(Actor officer, FieldAct act) {
        return jdbc.sql("""
                        insert into cases.field_act (regency_code, id, officer_id, family_id, verb, phone_at, recorded_at)
                        values (:regency, :id, :officer, :family, :verb, :phoneAt, :now)
                        on conflict (regency_code, id) do nothing
                        """)
                        .param("regency", officer.regencyCode())
                        .param("id", act.id())
                        .param("officer", officer.id())
                        .param("family", act.caseId())
                        .param("verb", NIK_UNMASKED)
                        .param("phoneAt", Timestamp.from(act.at()))
                        .param("now", Timestamp.from(clock.now()))
                        .update()
                == 1;
    }
}

package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseNumber;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.NominatedFamily;
import id.tuntas.cases.NominatedFamily.NominatedMember;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import java.sql.Timestamp;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the case of a family that no roster lists, with its people and its first step. */
@Component
class NominatedIntake {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    NominatedIntake(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID open(UUID roundId, Actor actor, NominatedFamily family) {
        UUID id = Ids.next();
        insertFamily(id, roundId, actor, family);
        int ordinal = 0;
        for (NominatedMember member : family.members()) {
            insertMember(id, ++ordinal, actor, member);
        }
        insertStep(id, roundId, actor, family);
        return id;
    }

    private void insertFamily(UUID id, UUID roundId, Actor actor, NominatedFamily family) {
        long number =
                jdbc.sql("select nextval('cases.number_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into cases.family (regency_code, id, round_id, number, roster_status, district_code, village_code, head_name,
                    address, hamlet, search_text, kk, state)
                values (:regency, :id, :round, :number, 'nominated', :district, :village, :head, :address, :hamlet, :search, :kk, :state)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("round", roundId)
                .param("number", CaseNumber.of(number).text())
                .param("district", RosterIntake.districtOf(family.villageCode()))
                .param("village", family.villageCode())
                .param("head", family.headName())
                .param("address", family.address())
                .param("hamlet", family.hamlet())
                .param("search", searchText(family))
                .param("kk", family.kk())
                .param("state", CaseState.LISTED.key())
                .update();
    }

    private void insertMember(UUID familyId, int ordinal, Actor actor, NominatedMember member) {
        jdbc.sql("""
                insert into cases.member (regency_code, id, family_id, ordinal, name, nik, relationship, sex)
                values (:regency, :id, :family, :ordinal, :name, :nik, :relationship, :sex)
                """)
                .param("regency", actor.regencyCode())
                .param("id", Ids.next())
                .param("family", familyId)
                .param("ordinal", ordinal)
                .param("name", member.name())
                .param("nik", member.nik())
                .param("relationship", member.relationship())
                .param("sex", member.sex())
                .update();
    }

    private void insertStep(UUID familyId, UUID roundId, Actor actor, NominatedFamily family) {
        jdbc.sql("""
                insert into cases.step (regency_code, id, family_id, round_id, village_code, to_state, day, at, actor_id)
                values (:regency, :id, :family, :round, :village, :state, :day, :at, :actor)
                """)
                .param("regency", actor.regencyCode())
                .param("id", Ids.next())
                .param("family", familyId)
                .param("round", roundId)
                .param("village", family.villageCode())
                .param("state", CaseState.LISTED.key())
                .param("day", clock.today())
                .param("at", Timestamp.from(clock.now()))
                .param("actor", actor.id())
                .update();
    }

    private static String searchText(NominatedFamily family) {
        Set<String> words = new LinkedHashSet<>();
        words.add(family.headName());
        family.members().forEach(member -> words.add(member.name()));
        words.add(family.address());
        words.add(family.hamlet());
        return String.join(" ", words).toLowerCase(Locale.ROOT).strip();
    }
}

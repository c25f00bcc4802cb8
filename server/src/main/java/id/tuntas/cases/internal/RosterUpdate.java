package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.cases.internal.CaseStore.Change;
import id.tuntas.platform.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings one family that has a case up to a later release. What visits found stays; people keep their ids. */
@Component
class RosterUpdate {

    enum Outcome {
        UNCHANGED,
        CHANGED,
        RETURNED
    }

    private final JdbcClient jdbc;
    private final CaseStore store;

    RosterUpdate(JdbcClient jdbc, CaseStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    Outcome apply(FamilyCase family, List<CaseMember> members, NewFamily listed, UUID releaseId, Actor actor) {
        boolean differs = differs(family, listed) | bringUp(family, members, listed.members());
        boolean returned = family.rosterStatus().equals("dropped");
        if (!differs && !returned) {
            return Outcome.UNCHANGED;
        }
        jdbc.sql("""
                update cases.family set roster_status = :status, roster_release_id = :release, village_code = :village,
                    district_code = :district, head_name = :head, address = :address, hamlet = :hamlet, search_text = :search, kk = :kk,
                    warnings = :warnings, version = version + 1
                where regency_code = :regency and id = :id
                """)
                .param("status", returned ? "returned" : "changed")
                .param("release", releaseId)
                .param("village", listed.villageCode())
                .param("district", RosterIntake.districtOf(listed.villageCode()))
                .param("head", listed.headName())
                .param("address", listed.address())
                .param("hamlet", listed.hamlet())
                .param("search", RosterIntake.searchText(listed))
                .param("kk", listed.kk())
                .param("warnings", listed.warnings())
                .param("regency", family.regencyCode())
                .param("id", family.id())
                .update();
        if (!family.villageCode().equals(listed.villageCode())) {
            store.insertStep(
                    family, store.find(family.regencyCode(), family.id()).orElseThrow(), actor.id());
        }
        if (family.officerId() != null) {
            store.noteChanges(family.regencyCode(), List.of(new Change(family.officerId(), family.id())));
        }
        return returned ? Outcome.RETURNED : Outcome.CHANGED;
    }

    /** Notes the newest release that lists these families; the families themselves do not count as changed by it. */
    void seenIn(String regencyCode, Collection<UUID> familyIds, UUID releaseId) {
        jdbc.sql("""
                update cases.family set roster_release_id = :release where regency_code = :regency and id = any(:families)
                    and roster_release_id is distinct from :release
                """)
                .param("release", releaseId)
                .param("regency", regencyCode)
                .param("families", familyIds.toArray(UUID[]::new))
                .update();
    }

    private static boolean differs(FamilyCase family, NewFamily listed) {
        return !family.villageCode().equals(listed.villageCode())
                || !family.headName().equals(listed.headName())
                || !family.address().equals(listed.address())
                || !family.hamlet().equals(listed.hamlet())
                || !Objects.equals(family.kk(), listed.kk())
                || family.warnings() != listed.warnings();
    }

    /** A person is the same by NIK, else by name. Who is no longer listed is marked, who is new comes last. */
    private boolean bringUp(FamilyCase family, List<CaseMember> members, List<NewMember> listed) {
        List<CaseMember> left = new ArrayList<>(members);
        List<NewMember> unmatched = new ArrayList<>();
        boolean differs = false;
        for (NewMember member : listed) {
            CaseMember match = take(left, member);
            if (match == null) {
                unmatched.add(member);
            } else if (match.dropped() || !same(match, member)) {
                overwrite(family, match, member);
                differs = true;
            }
        }
        for (CaseMember gone : left) {
            if (!gone.dropped()) {
                drop(family, gone);
                differs = true;
            }
        }
        int ordinal = members.stream().mapToInt(CaseMember::ordinal).max().orElse(0);
        for (NewMember member : unmatched) {
            insert(family, ++ordinal, member);
            differs = true;
        }
        return differs;
    }

    private static @Nullable CaseMember take(List<CaseMember> left, NewMember member) {
        for (CaseMember candidate : left) {
            if (member.nik() != null && member.nik().equals(candidate.nik())) {
                left.remove(candidate);
                return candidate;
            }
        }
        for (CaseMember candidate : left) {
            if (candidate.name().equalsIgnoreCase(member.name())) {
                left.remove(candidate);
                return candidate;
            }
        }
        return null;
    }

    private static boolean same(CaseMember member, NewMember listed) {
        return member.name().equals(listed.name())
                && Objects.equals(member.nik(), listed.nik())
                && Objects.equals(member.relationship(), listed.relationship())
                && Objects.equals(member.sex(), listed.sex())
                && Objects.equals(member.birthDate(), listed.birthDate());
    }

    private void overwrite(FamilyCase family, CaseMember member, NewMember listed) {
        jdbc.sql("""
                update cases.member set name = :name, nik = :nik, relationship = :relationship, sex = :sex, birth_date = :birthDate,
                    dropped = false
                where regency_code = :regency and id = :id
                """)
                .param("name", listed.name())
                .param("nik", listed.nik())
                .param("relationship", listed.relationship())
                .param("sex", listed.sex())
                .param("birthDate", listed.birthDate())
                .param("regency", family.regencyCode())
                .param("id", member.id())
                .update();
    }

    private void drop(FamilyCase family, CaseMember member) {
        jdbc.sql("update cases.member set dropped = true where regency_code = :regency and id = :id")
                .param("regency", family.regencyCode())
                .param("id", member.id())
                .update();
    }

    private void insert(FamilyCase family, int ordinal, NewMember listed) {
        jdbc.sql("""
                insert into cases.member (regency_code, id, family_id, ordinal, name, nik, relationship, sex, birth_date)
                values (:regency, :id, :family, :ordinal, :name, :nik, :relationship, :sex, :birthDate)
                """)
                .param("regency", family.regencyCode())
                .param("id", Ids.next())
                .param("family", family.id())
                .param("ordinal", ordinal)
                .param("name", listed.name())
                .param("nik", listed.nik())
                .param("relationship", listed.relationship())
                .param("sex", listed.sex())
                .param("birthDate", listed.birthDate())
                .update();
    }
}

package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseNumber;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.cases.OpenedCases;
import id.tuntas.cases.internal.CaseStore.Change;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.CopyRows;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a roster release into the cases, batch by batch, so that memory stays steady for a release of any size. */
@Component
class RosterIntake {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final CaseStore store;
    private final RosterUpdate update;
    private final TallyStore tallies;
    private final BusinessClock clock;

    RosterIntake(
            JdbcClient jdbc,
            JdbcTemplate template,
            CaseStore store,
            RosterUpdate update,
            TallyStore tallies,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.store = store;
        this.update = update;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** What one commit has done so far; the first one of a round finds no family there. */
    private static final class Work {
        final UUID roundId;
        final UUID releaseId;
        final Actor actor;
        final boolean first;
        final Set<String> villages = new HashSet<>();
        int added;
        int changed;
        int returned;
        int unchanged;
        int members;

        Work(UUID roundId, UUID releaseId, Actor actor, boolean first) {
            this.roundId = roundId;
            this.releaseId = releaseId;
            this.actor = actor;
            this.first = first;
        }
    }

    OpenedCases open(UUID roundId, UUID releaseId, Actor actor, Iterator<NewFamily> families) {
        holdRound(actor.regencyCode(), roundId);
        Work work = new Work(roundId, releaseId, actor, isEmpty(actor.regencyCode(), roundId));
        if (!work.first) {
            learn();
        }
        Map<String, NewFamily> batch = new LinkedHashMap<>();
        while (families.hasNext()) {
            NewFamily family = families.next();
            batch.putIfAbsent(family.familyKey(), family);
            if (batch.size() == BATCH || !families.hasNext()) {
                open(work, batch);
                batch.clear();
            }
        }
        tallies.recount(actor.regencyCode(), roundId, work.villages);
        return new OpenedCases(work.added, work.changed, work.returned, work.unchanged, work.members);
    }

    /** One release at a time enters a round, so that no family key can be opened twice. */
    private void holdRound(String regencyCode, UUID roundId) {
        jdbc.sql("select id from rounds.round where regency_code = :regency and id = :round for no key update")
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private boolean isEmpty(String regencyCode, UUID roundId) {
        return jdbc.sql(
                        "select not exists (select from cases.family where regency_code = :regency and round_id = :round)")
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(Boolean.class)
                .single();
    }

    /** After a bulk load a planner who has no statistics yet looks keys up by any index but theirs. */
    private void learn() {
        jdbc.sql("analyze cases.family").update();
    }

    private void open(Work work, Map<String, NewFamily> batch) {
        if (!work.first) {
            bringUp(work, batch);
        }
        insert(work, batch.values());
    }

    private void bringUp(Work work, Map<String, NewFamily> batch) {
        String regency = work.actor.regencyCode();
        List<FamilyCase> known = store.byRosterKeys(regency, work.roundId, batch.keySet());
        Map<UUID, List<CaseMember>> members =
                store.members(regency, known.stream().map(FamilyCase::id).toList()).stream()
                        .collect(Collectors.groupingBy(CaseMember::familyId));
        for (FamilyCase family : known) {
            NewFamily listed = batch.remove(Objects.requireNonNull(family.rosterFamilyKey()));
            work.members += listed.members().size();
            RosterUpdate.Outcome outcome = update.apply(
                    family, members.getOrDefault(family.id(), List.of()), listed, work.releaseId, work.actor);
            switch (outcome) {
                case UNCHANGED -> work.unchanged++;
                case CHANGED -> work.changed++;
                case RETURNED -> work.returned++;
            }
            if (outcome != RosterUpdate.Outcome.UNCHANGED) {
                work.villages.add(family.villageCode());
                work.villages.add(listed.villageCode());
            }
        }
        update.seenIn(regency, known.stream().map(FamilyCase::id).toList(), work.releaseId);
    }

    private void insert(Work work, Collection<NewFamily> families) {
        CopyRows familyRows = new CopyRows("""
                cases.family (regency_code, id, round_id, number, roster_family_key, roster_release_id, district_code, village_code,
                    head_name, address, hamlet, search_text, kk, warnings, state)
                """);
        CopyRows memberRows = new CopyRows(
                "cases.member (regency_code, id, family_id, ordinal, name, nik, relationship, sex, birth_date)");
        CopyRows stepRows = new CopyRows(
                "cases.step (regency_code, id, family_id, round_id, village_code, to_state, day, at, actor_id)");
        String regency = work.actor.regencyCode();
        Iterator<Long> numbers = numbers(families.size()).iterator();
        for (NewFamily family : families) {
            UUID id = Ids.next();
            familyRows.add(
                    regency,
                    id,
                    work.roundId,
                    CaseNumber.of(numbers.next()),
                    family.familyKey(),
                    work.releaseId,
                    districtOf(family.villageCode()),
                    family.villageCode(),
                    family.headName(),
                    family.address(),
                    family.hamlet(),
                    searchText(family),
                    family.kk(),
                    family.warnings(),
                    CaseState.LISTED.key());
            for (NewMember member : family.members()) {
                memberRows.add(
                        regency,
                        Ids.next(),
                        id,
                        member.ordinal(),
                        member.name(),
                        member.nik(),
                        member.relationship(),
                        member.sex(),
                        member.birthDate());
            }
            stepRows.add(
                    regency,
                    Ids.next(),
                    id,
                    work.roundId,
                    family.villageCode(),
                    CaseState.LISTED.key(),
                    clock.today(),
                    clock.now(),
                    work.actor.id());
            work.villages.add(family.villageCode());
            work.added++;
            work.members += family.members().size();
        }
        familyRows.send(template);
        memberRows.send(template);
        stepRows.send(template);
    }

    private List<Long> numbers(int count) {
        return jdbc.sql("select nextval('cases.number_seq') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    int markDropped(String regencyCode, UUID roundId, Collection<String> familyKeys) {
        List<Change> changes = new ArrayList<>();
        int[] dropped = {0};
        jdbc.sql("""
                update cases.family set roster_status = 'dropped', version = version + 1
                where regency_code = :regency and round_id = :round and roster_family_key = any(:keys) and roster_status <> 'dropped'
                returning id, officer_id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("keys", familyKeys.toArray(String[]::new))
                .query(row -> {
                    dropped[0]++;
                    UUID officer = row.getObject("officer_id", UUID.class);
                    if (officer != null) {
                        changes.add(new Change(officer, row.getObject("id", UUID.class)));
                    }
                });
        store.noteChanges(regencyCode, changes);
        return dropped[0];
    }

    static String districtOf(String villageCode) {
        return villageCode.substring(0, villageCode.lastIndexOf('.'));
    }

    static String searchText(NewFamily family) {
        Set<String> words = new LinkedHashSet<>();
        words.add(family.headName());
        family.members().forEach(member -> words.add(member.name()));
        words.add(family.address());
        words.add(family.hamlet());
        return String.join(" ", words).toLowerCase(Locale.ROOT).strip();
    }
}

package id.tuntas.monitoring.internal;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what could have happened to the families of a round, straight into its tables: far more than the rules would let happen. For a
 * transaction that is rolled back, since the decrees in it are in no ledger.
 */
final class Histories {

    static final List<String> VILLAGES = List.of("51.08.05.2001", "51.08.05.2002", "51.08.09.2001", "51.08.09.2002");
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final int DAYS = 40;

    private static final String[] STATES = {"listed", "assigned", "visited", "returned", "approved", "approved"};
    private static final String[] CONTACTS = {
        "found", "found", "found", "found", "moved", "deceased", "not_found", "duplicate", "refused"
    };
    private static final String[] FINDINGS = {"extremely_poor", "poor", "not_poor"};

    private final JdbcClient jdbc;
    private final Random random;
    private final Random listing;
    private final UUID person;
    private final Round round;
    private final List<UUID> families = new ArrayList<>();
    private final List<Runnable> graduations = new ArrayList<>();
    private final List<Roster> rosters = new ArrayList<>();
    private final String scan;

    Histories(JdbcClient jdbc, CaseData data, UUID person, Round round, long seed) {
        this.jdbc = jdbc;
        this.random = new Random(seed);
        this.listing = new Random(seed);
        this.person = person;
        this.round = round;
        this.scan = "scan-" + seed;
        for (String village : VILLAGES) {
            families.addAll(data.families(round, village, 1 + random.nextInt(12)));
        }
    }

    /** @param sizes members whom it lists, by family; a family that it does not list is left out */
    private record Roster(int day, Map<UUID, Integer> sizes) {}

    /** The head of a family that has no member on its list is a person. @param unlisted where no roster of the day has it */
    int persons(UUID family, LocalDate day, int unlisted) {
        return rosters.stream()
                .filter(roster -> roster.sizes().containsKey(family)
                        && !FIRST.plusDays(roster.day()).isAfter(day))
                .max(Comparator.comparing(Roster::day))
                .map(roster -> Math.max(1, roster.sizes().get(family)))
                .orElse(unlisted);
    }

    void write() {
        jdbc.sql("delete from cases.step where round_id = ?").param(round.id()).update();
        for (UUID family : families) {
            about(family);
            int day = random.nextInt(DAYS);
            step(family, "listed", null, null, day);
            for (int steps = random.nextInt(6); steps > 0 && day < DAYS; steps--) {
                day += random.nextInt(6);
                String state = any(STATES);
                String contact = state.equals("listed") || state.equals("assigned") ? null : any(CONTACTS);
                String finding = "found".equals(contact) ? any(FINDINGS) : null;
                step(family, state, contact, finding, day);
                if (state.equals("approved") && random.nextInt(5) > 0) {
                    UUID visit = approval(family, contact, finding, day);
                    if (random.nextInt(4) == 0) {
                        graduations.add(() -> graduation(family, visit));
                    }
                }
            }
        }
        for (int day = listing.nextInt(8); day < DAYS; day += 1 + listing.nextInt(20)) {
            roster(day);
        }
        VILLAGES.forEach(this::meetings);
        jdbc.sql("""
                insert into evidence.file (regency_code, sha256, size, media_type, accepted, stored_at)
                values (?, ?, 1, 'application/pdf', true, now())
                """).params(Personas.REGENCY, scan).update();
        jdbc.sql("""
                insert into graduation.rule (regency_code, round_id, version, line, agreed_by, sample_months, sample_percent, source, set_by, set_at)
                values (?, ?, 1, 'extreme', 'head', '{6}', 10, 'uji', ?, now())
                """).params(Personas.REGENCY, round.id(), person).update();
        graduations.forEach(Runnable::run);
        int decrees = random.nextInt(4);
        for (int ordinal = 1; ordinal <= decrees; ordinal++) {
            decree(ordinal);
        }
    }

    /** Some are on no roster, and some have lost members since they were listed. */
    private void about(UUID family) {
        if (random.nextInt(6) == 0) {
            jdbc.sql("update cases.family set roster_status = 'nominated', roster_family_key = null where id = :family")
                    .param("family", family)
                    .update();
        }
        jdbc.sql("update cases.member set dropped = true where family_id = :family and ordinal > :kept")
                .param("family", family)
                .param("kept", random.nextInt(3))
                .update();
    }

    /** Lists most families, each with as many members as it happens to have by now. */
    private void roster(int day) {
        UUID release = Ids.next();
        jdbc.sql("""
                insert into roster.release (regency_code, id, source, state, uploaded_by, uploaded_at)
                values (:regency, :id, 'uji', 'checked', :person, :at)
                """)
                .param("regency", Personas.REGENCY)
                .param("id", release)
                .param("person", person)
                .param("at", at(day))
                .update();
        Map<UUID, Integer> sizes = new HashMap<>();
        for (UUID family : families) {
            if (listing.nextInt(5) > 0 && listed(release, family)) {
                int members = listing.nextInt(5);
                members(release, family, members);
                sizes.put(family, members);
            }
        }
        jdbc.sql("update roster.release set state = 'committed', round_id = :round, committed_at = :at where id = :id")
                .param("round", round.id())
                .param("at", at(day))
                .param("id", release)
                .update();
        rosters.add(new Roster(day, sizes));
    }

    private boolean listed(UUID release, UUID family) {
        return jdbc.sql("""
                insert into roster.family (regency_code, release_id, family_key, file_ordinal, sheet, row_number, village_code, head_name,
                    address, cells, content_hash)
                select regency_code, :release, roster_family_key, 1, '', 1, village_code, head_name, address, '{}', ''
                from cases.family where id = :family and roster_family_key is not null
                """).param("release", release).param("family", family).update() > 0;
    }

    private void members(UUID release, UUID family, int members) {
        jdbc.sql("""
                insert into roster.member (regency_code, release_id, family_key, position, file_ordinal, sheet, row_number, name, head, cells,
                    content_hash)
                select regency_code, :release, roster_family_key, position, 1, '', position, 'Uji', position = 1, '{}', 0
                from cases.family, generate_series(1, :members) position where id = :family
                """)
                .param("release", release)
                .param("members", members)
                .param("family", family)
                .update();
    }

    private void step(UUID family, String state, String contact, String finding, int day) {
        jdbc.sql("""
                insert into cases.step (regency_code, id, family_id, round_id, village_code, to_state, contact, finding, day, at)
                select f.regency_code, :id, f.id, f.round_id, :village, :state, :contact, :finding, :day, :at
                from cases.family f where f.id = :family
                """)
                .param("id", Ids.next())
                .param("village", random.nextInt(20) == 0 ? any(VILLAGES.toArray(String[]::new)) : villageOf(family))
                .param("state", state)
                .param("contact", contact)
                .param("finding", finding)
                .param("day", FIRST.plusDays(day))
                .param("at", at(day))
                .param("family", family)
                .update();
    }

    private String villageOf(UUID family) {
        return jdbc.sql("select village_code from cases.family where id = :family")
                .param("family", family)
                .query(String.class)
                .single();
    }

    private UUID approval(UUID family, String contact, String finding, int day) {
        UUID visit = Ids.next();
        jdbc.sql("""
                insert into visits.submission (regency_code, id, instance_id, content_hash, form_id, form_version, officer_id, client, xml,
                    file_names, received_at)
                values (:regency, :id, :instance, sha256(cast(:instance as bytea)), 'uji', '1', :person, 'demo', '', '{}', :at)
                """)
                .param("regency", Personas.REGENCY)
                .param("id", visit)
                .param("instance", visit.toString())
                .param("person", person)
                .param("at", at(day))
                .update();
        jdbc.sql("""
                insert into visits.visit (regency_code, id, family_id, round_id, region_code, officer_id, instance_id, revision, state, form_id,
                    form_version, contact, proposed, visited_at, received_at, answers, findings, file_names)
                values (:regency, :id, :family, :round, :village, :person, :instance, 1, 'approved', 'uji', '1', :contact, :proposed, :at, :at,
                    '{}', '[]', '{}')
                """)
                .param("regency", Personas.REGENCY)
                .param("id", visit)
                .param("family", family)
                .param("round", round.id())
                .param("village", villageOf(family))
                .param("person", person)
                .param("instance", visit.toString())
                .param("contact", contact)
                .param("proposed", finding == null ? null : any(FINDINGS))
                .param("at", at(day))
                .update();
        jdbc.sql("""
                insert into review.decision (regency_code, id, visit_id, family_id, decision, finding, decided_by, at)
                values (:regency, :id, :visit, :family, 'approve', :finding, :person, :at)
                """)
                .param("regency", Personas.REGENCY)
                .param("id", Ids.next())
                .param("visit", visit)
                .param("family", family)
                .param("finding", finding)
                .param("person", person)
                .param("at", at(day))
                .update();
        return visit;
    }

    /** Some come back; one that does may graduate again. */
    private void graduation(UUID family, UUID visit) {
        int day = random.nextInt(DAYS);
        boolean back = random.nextInt(3) == 0;
        jdbc.sql("""
                insert into graduation.graduation (regency_code, id, round_id, family_id, visit_id, rule_version, per_person, line, state,
                    proposed_by, proposed_at, village_on, decided_on, ended_on)
                values (:regency, :id, :round, :family, :visit, 1, 2, 1, :state, :person, :at, :decided, :decided, :ended) on conflict do nothing
                """)
                .param("regency", Personas.REGENCY)
                .param("id", Ids.next())
                .param("round", round.id())
                .param("family", family)
                .param("visit", visit)
                .param("state", back ? "ended" : "graduated")
                .param("person", person)
                .param("at", at(day))
                .param("decided", FIRST.plusDays(day))
                .param("ended", back ? FIRST.plusDays(day + 4L) : null, Types.DATE)
                .update();
    }

    /** Editions one after another; the last may be open. */
    private void meetings(String village) {
        int day = random.nextInt(DAYS);
        int editions = random.nextInt(3);
        for (int edition = 1; edition <= editions; edition++) {
            UUID meeting = Ids.next();
            boolean closed = edition < editions || random.nextBoolean();
            int end = day + random.nextInt(4);
            jdbc.sql("""
                    insert into deliberation.meeting (regency_code, id, round_id, village_code, edition, state, sheet, opened_by, opened_at,
                        closed_at)
                    values (:regency, :id, :round, :village, :edition, :state, '{}', :person, :opened, :closed)
                    """)
                    .param("regency", Personas.REGENCY)
                    .param("id", meeting)
                    .param("round", round.id())
                    .param("village", village)
                    .param("edition", edition)
                    .param("state", closed ? "closed" : "open")
                    .param("person", person)
                    .param("opened", at(day))
                    .param("closed", closed ? at(end) : null)
                    .update();
            jdbc.sql("""
                    insert into deliberation.decision (regency_code, id, meeting_id, family_id, outcome, visit_id, held, decided_by, decided_at,
                        received_at)
                    select f.regency_code, gen_random_uuid(), :meeting, f.id, 'disputed',
                        (select d.visit_id from review.decision d where d.family_id = f.id order by d.id desc limit 1), :held, :person, :at, :at
                    from cases.family f where f.round_id = :round and f.village_code = :village
                    """)
                    .param("meeting", meeting)
                    .param("held", random.nextBoolean() ? any(FINDINGS) : null)
                    .param("person", person)
                    .param("at", at(end))
                    .param("round", round.id())
                    .param("village", village)
                    .update();
            day = end + random.nextInt(8);
        }
    }

    private void decree(int ordinal) {
        UUID decree = Ids.next();
        for (UUID family : families) {
            if (random.nextInt(3) == 0) {
                jdbc.sql("""
                        insert into decrees.family (regency_code, decree_id, family_id, number, change, reason, content)
                        select regency_code, :decree, id, number, :change, '', '{"village": "x"}' from cases.family where id = :family
                        """)
                        .param("decree", decree)
                        .param("change", random.nextInt(ordinal) == 0 ? "listed" : "struck")
                        .param("family", family)
                        .update();
            }
        }
        int day = ordinal * 10 + random.nextInt(8);
        jdbc.sql("""
                insert into decrees.decree (regency_code, id, round_id, ordinal, number, decided_on, scan, despite, families, persons, root,
                    root_version, locked_by, locked_at, content)
                values (:regency, :id, :round, :ordinal, :number, :day, :scan, '', 0, 0, '', 2, :person, :at, '')
                """)
                .param("regency", Personas.REGENCY)
                .param("id", decree)
                .param("round", round.id())
                .param("ordinal", ordinal)
                .param("number", scan + "/" + ordinal)
                .param("day", FIRST.plusDays(day))
                .param("scan", scan)
                .param("person", person)
                .param("at", at(day))
                .update();
    }

    private static Timestamp at(int day) {
        return Timestamp.from(
                FIRST.plusDays(day).atTime(23, 30).atZone(BusinessClock.ZONE).toInstant());
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

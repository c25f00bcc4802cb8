package id.tuntas.cases.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Devices;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.Tallies;
import id.tuntas.cases.Tally;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Rounds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Officers with what they have to do, as far as the asker's region reaches. */
@Component
class OfficerQueries {

    /**
     * @param district code of the district the officer works in; null for one of the whole regency
     * @param families of the open round that are his, inside the asker's region; likewise the other counts
     * @param lastSeen when he last signed in
     * @param phoneSeen when his phone was last heard of, in real time; null for who does not manage it
     */
    record OfficerView(
            UUID id,
            String name,
            String username,
            @Nullable String district,
            @Nullable String districtName,
            int families,
            int visited,
            int approved,
            int returned,
            @Nullable Instant lastSeen,
            @Nullable Instant phoneSeen) {}

    private static final int DISTRICT_LENGTH = "51.08.01".length();

    private final Accounts accounts;
    private final Rounds rounds;
    private final Tallies tallies;
    private final Regions regions;
    private final Devices devices;

    OfficerQueries(Accounts accounts, Rounds rounds, Tallies tallies, Regions regions, Devices devices) {
        this.accounts = accounts;
        this.rounds = rounds;
        this.tallies = tallies;
        this.regions = regions;
        this.devices = devices;
    }

    List<OfficerView> list(Actor actor, @Nullable String district) {
        actor.require(Verb.CASE_READ);
        Map<UUID, Tally> loads = new HashMap<>();
        rounds.current(actor.regencyCode())
                .ifPresent(round -> tallies.byOfficer(actor.regencyCode(), round.id(), actor.scope(Verb.CASE_READ))
                        .forEach(load -> loads.put(load.officerId(), load.tally())));
        Map<UUID, Instant> phones = devices.lastContacts(actor);
        return accounts.withRole(actor.regencyCode(), Role.OFFICER, actor.regencyCode()).stream()
                .filter(account -> concerns(actor, account, loads))
                .map(account -> view(account, loads.getOrDefault(account.id(), Tally.NONE), phones.get(account.id())))
                .filter(officer ->
                        district == null || officer.district() == null || district.equals(officer.district()))
                .toList();
    }

    /** An officer whom the actor may look at; others are not there for him. Everybody may look at himself. */
    Account get(Actor actor, UUID officerId) {
        if (!actor.may(Verb.CASE_READ) && !actor.has(Role.OFFICER)) {
            throw Refusal.forbidden();
        }
        return accounts.find(actor.regencyCode(), officerId)
                .filter(account -> account.roles().stream().anyMatch(grant -> grant.role() == Role.OFFICER))
                .filter(account -> account.id().equals(actor.id())
                        || account.roles().stream()
                                .filter(grant -> grant.role() == Role.OFFICER)
                                .anyMatch(grant -> reaches(actor, grant)))
                .orElseThrow(Refusal::notFound);
    }

    private static boolean concerns(Actor actor, Account account, Map<UUID, Tally> loads) {
        return loads.containsKey(account.id())
                || account.roles().stream()
                        .filter(grant -> grant.role() == Role.OFFICER)
                        .anyMatch(grant -> reaches(actor, grant));
    }

    /** Whether the two regions have anything in common. */
    private static boolean reaches(Actor actor, Grant officer) {
        return actor.may(Verb.CASE_READ, officer.region())
                || actor.grants().stream()
                        .filter(grant -> grant.role().may(Verb.CASE_READ))
                        .anyMatch(grant -> grant.region().startsWith(officer.region() + "."));
    }

    private OfficerView view(Account account, Tally load, @Nullable Instant phoneSeen) {
        String district = account.roles().stream()
                .filter(grant -> grant.role() == Role.OFFICER)
                .map(Grant::region)
                .filter(region -> region.length() >= DISTRICT_LENGTH)
                .map(region -> region.substring(0, DISTRICT_LENGTH))
                .findFirst()
                .orElse(null);
        return new OfficerView(
                account.id(),
                account.name(),
                account.username(),
                district,
                district == null ? null : regions.name(district),
                load.total(),
                load.visited(),
                load.approved(),
                load.returned(),
                account.lastSeen(),
                phoneSeen);
    }
}

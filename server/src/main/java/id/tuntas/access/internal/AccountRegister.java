package id.tuntas.access.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.access.RolesHeld;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AccountRegister implements Accounts {

    private static final int LONGEST_NAME = 120;
    /** A code of the Ministry of Home Affairs: a regency, a district or a village. */
    private static final Pattern REGION = Pattern.compile("[0-9]{2}\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?");

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,59}");

    private final AccountStore store;
    private final SessionStore sessions;
    private final PasswordEncoder encoder;
    private final Ledger ledger;
    private final Json json;
    private final Clock clock;
    private final int shortestPassword;

    AccountRegister(
            AccountStore store,
            SessionStore sessions,
            PasswordEncoder encoder,
            Ledger ledger,
            Json json,
            Clock clock,
            @Value("${tuntas.shortest-password}") int shortestPassword) {
        this.store = store;
        this.sessions = sessions;
        this.encoder = encoder;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
        this.shortestPassword = shortestPassword;
    }

    @Override
    public Optional<Account> find(String regencyCode, UUID id) {
        return store.find(regencyCode, id);
    }

    @Override
    public Optional<Account> findByUsername(String username) {
        return store.findByUsername(username);
    }

    @Override
    public Map<UUID, String> names(String regencyCode, Collection<UUID> ids) {
        return store.names(regencyCode, ids);
    }

    @Override
    public List<Account> withRole(String regencyCode, Role role, String region) {
        return store.withRole(regencyCode, role, region);
    }

    @Override
    public List<Account> list(String regencyCode, @Nullable String after, int limit) {
        return store.list(regencyCode, after, limit);
    }

    @Override
    @Transactional
    public Account create(@Nullable Actor actor, NewAccount account) {
        requireManage(actor, account.roles());
        List<FieldProblem> problems = problemsOf(account);
        if (store.findByUsername(account.username()).isPresent()) {
            problems.add(new FieldProblem("/username", "taken", List.of()));
        }
        if (account.password() != null && account.password().length() < shortestPassword) {
            problems.add(new FieldProblem("/password", "password-short", List.of(shortestPassword)));
        }
        refuseIfAny(problems);
        UUID id = Ids.next();
        String hash = account.password() == null ? null : encoder.encode(account.password());
        store.insert(id, account.regencyCode(), account.username(), account.name(), account.phone(), hash);
        store.replaceGrants(account.regencyCode(), id, account.roles());
        record(actor, "account.created", account.regencyCode(), id, account.roles());
        return store.find(account.regencyCode(), id).orElseThrow();
    }

    @Override
    @Transactional
    public Account revise(Actor actor, UUID id, int version, NewAccount account) {
        Account before = manageable(actor, actor.regencyCode(), id);
        requireManage(actor, account.roles());
        if (actor.id().equals(id) && !Set.copyOf(account.roles()).equals(Set.copyOf(before.roles()))) {
            throw Refusal.forbidden().telling("own-roles", Map.of());
        }
        refuseIfAny(problemsOf(account));
        if (!store.update(actor.regencyCode(), id, version, account.name(), account.phone())) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        store.replaceGrants(actor.regencyCode(), id, account.roles());
        record(actor, "account.revised", actor.regencyCode(), id, account.roles());
        return store.find(actor.regencyCode(), id).orElseThrow();
    }

    private static void requireManage(@Nullable Actor actor, List<Grant> roles) {
        if (actor == null) {
            return;
        }
        actor.require(Verb.USER_MANAGE);
        for (Grant grant : roles) {
            actor.require(Verb.USER_MANAGE, grant.region());
            if (grant.role().guarded() && !actor.has(Role.ADMIN)) {
                throw Refusal.forbidden().telling("administrator-only", Map.of());
            }
        }
    }

    private static List<FieldProblem> problemsOf(NewAccount account) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!USERNAME.matcher(account.username()).matches()) {
            problems.add(new FieldProblem("/username", "username", List.of()));
        }
        if (account.name().isBlank()) {
            problems.add(new FieldProblem("/name", "required", List.of()));
        }
        if (account.name().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("/name", "too-long", List.of(LONGEST_NAME)));
        }
        for (int i = 0; i < account.roles().size(); i++) {
            String region = account.roles().get(i).region();
            if (!REGION.matcher(region).matches()
                    || !region.equals(account.regencyCode()) && !region.startsWith(account.regencyCode() + ".")) {
                problems.add(new FieldProblem("/roles/" + i + "/region", "unknown", List.of()));
            }
            if (account.roles().indexOf(account.roles().get(i)) < i) {
                problems.add(new FieldProblem("/roles/" + i, "taken", List.of()));
            }
            Role role = account.roles().get(i).role();
            if (account.roles().stream()
                    .limit(i)
                    .anyMatch(other -> !other.role().goesWith(role))) {
                problems.add(new FieldProblem("/roles/" + i, "apart-from-lock", List.of()));
            }
        }
        return problems;
    }

    private static void refuseIfAny(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    @Override
    @Transactional
    public void disable(@Nullable Actor actor, String regencyCode, UUID id) {
        Account account = manageable(actor, regencyCode, id);
        store.setDisabled(regencyCode, id, Timestamp.from(clock.instant()));
        refuseWithoutAdministrator(account);
        sessions.closeAll(regencyCode, id, null);
        record(actor, "account.disabled", regencyCode, id, account.roles());
    }

    @Override
    @Transactional
    public void enable(Actor actor, UUID id) {
        Account account = manageable(actor, actor.regencyCode(), id);
        store.setDisabled(actor.regencyCode(), id, null);
        record(actor, "account.enabled", actor.regencyCode(), id, account.roles());
    }

    @Override
    @Transactional
    public void setPassword(@Nullable Actor actor, String regencyCode, UUID id, String password) {
        Account account = actor != null && actor.id().equals(id)
                ? store.find(regencyCode, id).orElseThrow(Refusal::notFound)
                : manageable(actor, regencyCode, id);
        if (password.length() < shortestPassword) {
            throw Refusal.invalid("/password", "password-short", shortestPassword);
        }
        store.setPassword(regencyCode, id, encoder.encode(password));
        sessions.closeAll(regencyCode, id, null);
        record(actor, "account.password-set", regencyCode, id, account.roles());
    }

    private Account manageable(@Nullable Actor actor, String regencyCode, UUID id) {
        requireManage(actor, List.of());
        Account account = store.find(regencyCode, id).orElseThrow(Refusal::notFound);
        requireManage(actor, account.roles());
        return account;
    }

    private void refuseWithoutAdministrator(Account before) {
        boolean wasAdministrator = before.roles().stream().anyMatch(grant -> grant.role() == Role.ADMIN);
        if (wasAdministrator && store.enabledAdministrators() == 0) {
            throw new Refusal(HttpStatus.CONFLICT, "last-administrator");
        }
    }

    @Override
    public Actor actor(String regencyCode, UUID id) {
        return store.actor(regencyCode, id).orElseThrow(Refusal::notFound);
    }

    @Override
    @Transactional
    public String createToken(String username, String name) {
        AccountStore.Credentials owner = store.credentials(username).orElseThrow(Refusal::notFound);
        record(null, "account.token-created", owner.regencyCode(), owner.id(), List.of());
        return sessions.createBearer(owner.regencyCode(), owner.id(), name);
    }

    @Override
    public RolesHeld rolesHeld(String regencyCode, Collection<UUID> ids) {
        return new RolesHeld(ledger.ofAll(regencyCode, List.copyOf(ids)));
    }

    private void record(@Nullable Actor actor, String verb, String regencyCode, UUID id, List<Grant> roles) {
        byte[] content = (id + json.write(roles)).getBytes(StandardCharsets.UTF_8);
        List<String> keys = roles.stream()
                .map(grant -> grant.role().key() + "@" + grant.region())
                .toList();
        ledger.record(new Act(
                regencyCode,
                actor == null ? null : actor.id(),
                verb,
                "account",
                id,
                regencyCode,
                Map.of("roles", keys),
                content));
    }
}

package id.tuntas.access.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Device;
import id.tuntas.access.Devices;
import id.tuntas.access.Grant;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DeviceRegister implements Devices {

    private static final Pattern DEVICE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{7,99}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 500;

    /** A contact is written down again when the last one is so old, or when the clock has jumped. */
    private static final Duration CONTACT_STEP = Duration.ofMinutes(1);

    private static final long SKEW_STEP_SECONDS = 5;

    private final DeviceStore store;
    private final SessionStore sessions;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    DeviceRegister(DeviceStore store, SessionStore sessions, Accounts accounts, Ledger ledger, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Device register(Actor officer, String deviceId, String name) {
        officer.require(Verb.VISIT_SUBMIT);
        if (!DEVICE_ID.matcher(deviceId).matches()) {
            throw Refusal.invalid("/deviceId", "device-id");
        }
        if (name.isBlank()) {
            throw Refusal.invalid("/name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw Refusal.invalid("/name", "too-long", LONGEST_NAME);
        }
        UUID id = Ids.next();
        if (store.insert(officer.regencyCode(), id, officer.id(), deviceId, name.strip(), now())) {
            record(officer, "device.registered", id, region(officer.grants(), officer.regencyCode()), deviceId);
        }
        Device device =
                store.find(officer.regencyCode(), officer.id(), deviceId).orElseThrow();
        if (device.revoked()) {
            throw revokedPhone();
        }
        if (!device.name().equals(name.strip())) {
            store.rename(officer.regencyCode(), device.id(), name.strip());
        }
        return store.find(officer.regencyCode(), officer.id(), deviceId).orElseThrow();
    }

    @Override
    public Optional<Device> find(String regencyCode, UUID officerId, String deviceId) {
        return store.find(regencyCode, officerId, deviceId);
    }

    @Override
    public Page<Device> list(Actor actor, @Nullable UUID officerId, @Nullable UUID after, int limit) {
        actor.require(Verb.DEVICE_MANAGE);
        return Page.of(
                store.list(actor.regencyCode(), actor.scope(Verb.DEVICE_MANAGE), officerId, after, limit + 1),
                limit,
                device -> device.id().toString());
    }

    @Override
    public Map<UUID, Instant> lastContacts(Actor actor) {
        return store.lastContacts(actor.regencyCode(), actor.scope(Verb.DEVICE_MANAGE));
    }

    @Override
    @Transactional
    public Device revoke(Actor actor, UUID id, String reason) {
        actor.require(Verb.DEVICE_MANAGE);
        Device device = store.managed(actor.regencyCode(), actor.scope(Verb.DEVICE_MANAGE), id)
                .orElseThrow(Refusal::notFound);
        if (reason.isBlank()) {
            throw Refusal.invalid("/reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("/reason", "too-long", LONGEST_REASON);
        }
        if (device.revoked()) {
            return device;
        }
        store.revoke(actor.regencyCode(), id, actor.id(), reason.strip(), now());
        sessions.closeAll(actor.regencyCode(), device.officerId(), null);
        List<Grant> grants = accounts.find(actor.regencyCode(), device.officerId())
                .map(Account::roles)
                .orElse(List.of());
        record(actor, "device.revoked", id, region(grants, actor.regencyCode()), device.deviceId() + "\n" + reason);
        return store.find(actor.regencyCode(), device.officerId(), device.deviceId())
                .orElseThrow();
    }

    /** A request of a signed-in person names the phone that it comes from; throws {@link Refusal} 403 when that is revoked, whoever's it was. */
    void contact(Actor actor, String deviceId, @Nullable Instant phoneTime) {
        contactOfNobody(deviceId);
        Device device = store.find(actor.regencyCode(), actor.id(), deviceId).orElse(null);
        if (device == null) {
            return;
        }
        Instant now = now();
        Long skew = phoneTime == null
                ? null
                : Duration.between(now, phoneTime).plusMillis(500).toSeconds();
        if (now.isAfter(device.lastContact().plus(CONTACT_STEP)) || hasJumped(device.skewSeconds(), skew)) {
            store.contact(actor.regencyCode(), device.id(), now, skew);
        }
    }

    private static boolean hasJumped(@Nullable Long before, @Nullable Long skew) {
        return skew != null && (before == null || Math.abs(skew - before) > SKEW_STEP_SECONDS);
    }

    /** As {@link #contact}, for a request of nobody: revoking ends the sessions, and the phone must hear why. */
    void contactOfNobody(String deviceId) {
        if (store.anyRevoked(deviceId)) {
            throw revokedPhone();
        }
    }

    private static Refusal revokedPhone() {
        return new Refusal(HttpStatus.FORBIDDEN, "device-revoked");
    }

    private static String region(List<Grant> grants, String regencyCode) {
        return grants.stream().findFirst().map(Grant::region).orElse(regencyCode);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Actor actor, String verb, UUID id, String region, String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "device",
                id,
                region,
                Map.of(),
                content.getBytes(StandardCharsets.UTF_8)));
    }
}

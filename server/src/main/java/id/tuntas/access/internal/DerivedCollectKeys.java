package id.tuntas.access.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Grant;
import id.tuntas.access.Verb;
import id.tuntas.access.internal.AccountStore.KeyHolder;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Secret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DerivedCollectKeys implements CollectKeys {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    /** A telephone sends many posts one after the other; within this time another process's change may go unnoticed. */
    private static final Duration TRUST = Duration.ofSeconds(2);

    private static final int MOST_TRUSTED = 10_000;

    /** @param changes what {@link AccountStore#changes} said before the account was read */
    private record Trusted(Actor actor, long changes, long until) {}

    private final Map<String, Trusted> trusted = new ConcurrentHashMap<>();
    private final AccountStore store;
    private final Secret secret;
    private final Ledger ledger;

    DerivedCollectKeys(AccountStore store, Secret secret, Ledger ledger) {
        this.store = store;
        this.secret = secret;
        this.ledger = ledger;
    }

    @Override
    public String keyOf(String regencyCode, UUID accountId) {
        int generation = store.collectKeyGeneration(regencyCode, accountId).orElseThrow(Refusal::notFound);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key(accountId, generation));
    }

    private byte[] key(UUID accountId, int generation) {
        ByteBuffer message = ByteBuffer.allocate(ID_BYTES + Integer.BYTES)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .putInt(generation);
        byte[] mac = Arrays.copyOf(secret.mac(message.array()), MAC_BYTES);
        return ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .put(message.array(), 0, ID_BYTES)
                .put(mac)
                .array();
    }

    @Override
    public Optional<Actor> resolve(String key) {
        Trusted known = trusted.get(key);
        long changes = store.changes();
        long now = System.nanoTime();
        if (known != null && known.changes() == changes && now < known.until()) {
            return Optional.of(known.actor());
        }
        Optional<Actor> officer = lookUp(key);
        if (trusted.size() >= MOST_TRUSTED) {
            trusted.clear();
        }
        officer.ifPresent(actor -> trusted.put(key, new Trusted(actor, changes, now + TRUST.toNanos())));
        return officer;
    }

    private Optional<Actor> lookUp(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID accountId = new UUID(buffer.getLong(), buffer.getLong());
        return store.keyHolder(accountId)
                .filter(holder -> MessageDigest.isEqual(bytes, key(accountId, holder.generation())))
                .map(KeyHolder::actor);
    }

    @Override
    @Transactional
    public void replace(Actor actor, UUID accountId) {
        Account account = store.find(actor.regencyCode(), accountId).orElseThrow(Refusal::notFound);
        if (!actor.id().equals(accountId)) {
            actor.require(Verb.CASE_ASSIGN);
            for (Grant grant : account.roles()) {
                actor.require(Verb.CASE_ASSIGN, grant.region());
            }
        }
        store.nextCollectKey(actor.regencyCode(), accountId);
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "account.collect-key-replaced",
                "account",
                accountId,
                actor.regencyCode(),
                Map.of(),
                accountId.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}

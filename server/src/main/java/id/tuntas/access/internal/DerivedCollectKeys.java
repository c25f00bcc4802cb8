package id.tuntas.access.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Grant;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Secret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DerivedCollectKeys implements CollectKeys {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

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
        return store.regencyOf(accountId)
                .filter(regency -> store.collectKeyGeneration(regency, accountId)
                        .filter(generation -> MessageDigest.isEqual(bytes, key(accountId, generation)))
                        .isPresent())
                .flatMap(regency -> store.actor(regency, accountId));
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

package id.tuntas.citizens.internal;

import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import id.tuntas.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How much may be sent from one device and from one address. A village shares one address of its telephone company, so the address may send
 * much more than a device; and who throws his device's key away is still held by his address.
 */
@Component
class SendingLimit {

    static final int PER_DEVICE = 6;
    static final int PER_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Secret secret;
    private final Regency regency;
    private final Clock clock;

    SendingLimit(JdbcClient jdbc, Secret secret, Regency regency, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.regency = regency;
        this.clock = clock;
    }

    /** Counts one sending; throws {@link Refusal} 429, and does not count it, when there were too many within an hour. */
    void count(String address, String device) {
        String fromAddress = digest("address " + address);
        String fromDevice = digest("device " + device);
        UUID id = Ids.next();
        insert(id, fromAddress, fromDevice);
        boolean deviceFull = sent("device", fromDevice) > PER_DEVICE;
        if (deviceFull || sent("address", fromAddress) > PER_ADDRESS) {
            jdbc.sql("delete from citizens.sending where regency_code = :regency and id = :id")
                    .param("regency", regency.code())
                    .param("id", id)
                    .update();
            throw deviceFull
                    ? new Refusal(HttpStatus.TOO_MANY_REQUESTS, "device-sent-much", PER_DEVICE)
                    : new Refusal(HttpStatus.TOO_MANY_REQUESTS, "address-sent-much", PER_ADDRESS);
        }
    }

    private void insert(UUID id, String address, String device) {
        jdbc.sql("insert into citizens.sending values (:regency, :id, :address, :device, :at)")
                .param("regency", regency.code())
                .param("id", id)
                .param("address", address)
                .param("device", device)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private long sent(String column, String value) {
        return jdbc.sql("select count(*) from citizens.sending where regency_code = :regency and at > :since and "
                        + column + " = :value")
                .param("regency", regency.code())
                .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private String digest(String text) {
        return Hashes.hex(secret.mac(("tuntas-sending-1 " + text).getBytes(StandardCharsets.UTF_8)));
    }

    @Scheduled(fixedDelay = 3_600_000)
    void sweep() {
        jdbc.sql("delete from citizens.sending where at < :since")
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }
}

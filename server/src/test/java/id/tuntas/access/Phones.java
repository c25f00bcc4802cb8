package id.tuntas.access;

import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.OfficeKeys.PublicJwk;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Officers of their own with phones, since revoking one signs its officer out. */
@Component
public class Phones {

    private final Accounts accounts;
    private final Http http;

    Phones(Accounts accounts, Http http) {
        this.accounts = accounts;
        this.http = http;
    }

    /** One officer's phone. */
    public record Phone(String officer, UUID officerId, String deviceId) {}

    /** A new officer of a region, who can sign in; his name. */
    public String officer(String region) {
        String username = "petugas-" + UUID.randomUUID();
        accounts.create(
                null,
                new NewAccount(
                        Personas.REGENCY,
                        username,
                        "Petugas Lapangan",
                        null,
                        Personas.PASSWORD,
                        List.of(new Grant(Role.OFFICER, region))));
        return username;
    }

    public Phone registered(String officer) {
        Phone phone = new Phone(
                officer, accounts.findByUsername(officer).orElseThrow().id(), "tuntas:" + UUID.randomUUID());
        register(http.as(officer), phone.deviceId(), "Ponsel uji");
        return phone;
    }

    public static Answer register(Http.Caller caller, String deviceId, String name) {
        return caller.post("/api/v1/me/devices", Map.of("deviceId", deviceId, "name", name));
    }

    public Http.Caller as(Phone phone) {
        return http.as(phone.officer()).header(Devices.HEADER, phone.deviceId());
    }

    /** As a phone imports it. */
    public static PublicKey publicKey(PublicJwk jwk) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(jwk.x()), number(jwk.y())),
                        parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
    }
}

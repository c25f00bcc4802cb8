package id.tuntas.demo.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's people as those who act. */
@Component
@Profile("demo")
class DemoActors {

    private final Accounts accounts;
    private final Map<String, Actor> byUsername = new ConcurrentHashMap<>();

    DemoActors(Accounts accounts) {
        this.accounts = accounts;
    }

    Actor of(String username) {
        return byUsername.computeIfAbsent(
                username, name -> of(accounts.findByUsername(name).orElseThrow().id()));
    }

    Actor of(UUID account) {
        return accounts.actor(DemoPeople.REGENCY, account);
    }

    Actor coordinator() {
        return of(DemoPeople.COORDINATOR);
    }

    Actor coordinator(DemoDistrict district) {
        return of(DemoPeople.coordinator(district));
    }
}

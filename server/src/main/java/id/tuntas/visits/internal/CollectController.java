package id.tuntas.visits.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How an officer's ODK Collect finds this server. With its key one reads the officer's list, and thereby whom a watch has drawn: it is shown to
 * himself and to whoever draws.
 */
@RestController
@RequestMapping("/api/v1")
class CollectController {

    record CollectView(String serverUrl, String settingsQr) {}

    private final CollectKeys keys;
    private final Accounts accounts;
    private final OpenRosaAddress address;
    private final CollectSettings settings;

    CollectController(CollectKeys keys, Accounts accounts, OpenRosaAddress address, CollectSettings settings) {
        this.keys = keys;
        this.accounts = accounts;
        this.address = address;
        this.settings = settings;
    }

    @GetMapping("/me/openrosa")
    CollectView mine(Actor actor) {
        actor.require(Verb.VISIT_SUBMIT);
        return view(actor, actor.id());
    }

    @GetMapping("/me/openrosa/qr.png")
    ResponseEntity<byte[]> myQr(Actor actor) {
        actor.require(Verb.VISIT_SUBMIT);
        return png(actor, actor.id());
    }

    @GetMapping("/officers/{id}/openrosa")
    CollectView ofOfficer(Actor actor, @PathVariable UUID id) {
        requireShown(actor, id);
        return view(actor, id);
    }

    @GetMapping("/officers/{id}/openrosa/qr.png")
    ResponseEntity<byte[]> qrOfOfficer(Actor actor, @PathVariable UUID id) {
        requireShown(actor, id);
        return png(actor, id);
    }

    /** Ends the present address, as for a lost phone, and shows the new one to whom it may be shown. */
    @PostMapping("/officers/{id}/openrosa/replace")
    ResponseEntity<CollectView> replace(Actor actor, @PathVariable UUID id) {
        requireOfficer(actor, id);
        keys.replace(actor, id);
        return actor.may(Verb.VISIT_SAMPLE, actor.regencyCode())
                ? ResponseEntity.ok(view(actor, id))
                : ResponseEntity.noContent().build();
    }

    private void requireShown(Actor actor, UUID id) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        requireOfficer(actor, id);
    }

    private void requireOfficer(Actor actor, UUID id) {
        actor.require(Verb.CASE_ASSIGN);
        Account account = accounts.find(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        boolean his = account.roles().stream()
                .anyMatch(grant -> grant.role() == Role.OFFICER && actor.may(Verb.CASE_ASSIGN, grant.region()));
        if (!his) {
            throw Refusal.notFound();
        }
    }

    private CollectView view(Actor actor, UUID id) {
        String server = address.of(keys.keyOf(actor.regencyCode(), id));
        return new CollectView(server, settings.qr(server));
    }

    private ResponseEntity<byte[]> png(Actor actor, UUID id) {
        String server = address.of(keys.keyOf(actor.regencyCode(), id));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(settings.png(server));
    }
}

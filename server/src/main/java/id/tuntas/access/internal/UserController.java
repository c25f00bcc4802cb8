package id.tuntas.access.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
class UserController {

    record RoleChoice(@Nullable String role, @Nullable String region) {}

    record UserForm(
            @Nullable String username,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String password,
            @Nullable List<RoleChoice> roles) {}

    record PasswordForm(@Nullable String password) {}

    private final Accounts accounts;

    UserController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    Page<Account> list(Actor actor, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String after) {
        actor.require(Verb.USER_MANAGE);
        int size = Page.limit(limit);
        return Page.of(
                accounts.list(actor.regencyCode(), after, size + 1),
                size,
                account -> account.username().toLowerCase(Locale.ROOT));
    }

    @GetMapping("/{id}")
    Account show(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.USER_MANAGE);
        return accounts.find(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Account create(Actor actor, @RequestBody UserForm form) {
        actor.require(Verb.USER_MANAGE);
        return accounts.create(actor, account(actor, form, text(form.username())));
    }

    @PutMapping("/{id}")
    Account revise(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody UserForm form) {
        actor.require(Verb.USER_MANAGE);
        Account before = accounts.find(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        return accounts.revise(actor, id, IfMatch.version(ifMatch), account(actor, form, before.username()));
    }

    @PostMapping("/{id}/disable")
    ResponseEntity<Void> disable(Actor actor, @PathVariable UUID id) {
        accounts.disable(actor, actor.regencyCode(), id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/enable")
    ResponseEntity<Void> enable(Actor actor, @PathVariable UUID id) {
        accounts.enable(actor, id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/password")
    ResponseEntity<Void> password(Actor actor, @PathVariable UUID id, @RequestBody PasswordForm form) {
        accounts.setPassword(actor, actor.regencyCode(), id, form.password() == null ? "" : form.password());
        return ResponseEntity.noContent().build();
    }

    private static NewAccount account(Actor actor, UserForm form, String username) {
        List<Grant> grants = new ArrayList<>();
        List<RoleChoice> roles = form.roles() == null ? List.of() : form.roles();
        for (int i = 0; i < roles.size(); i++) {
            String pointer = "/roles/" + i;
            RoleChoice choice = roles.get(i);
            Role role = Optional.ofNullable(choice.role())
                    .flatMap(Role::ofKey)
                    .orElseThrow(() -> Refusal.invalid(pointer + "/role", "unknown"));
            if (choice.region() == null) {
                throw Refusal.invalid(pointer + "/region", "required");
            }
            grants.add(new Grant(role, choice.region()));
        }
        return new NewAccount(actor.regencyCode(), username, text(form.name()), form.phone(), form.password(), grants);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}

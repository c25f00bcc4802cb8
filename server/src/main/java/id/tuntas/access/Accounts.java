package id.tuntas.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of an installation. */
public interface Accounts {

    Optional<Account> find(String regencyCode, UUID id);

    Optional<Account> findByUsername(String username);

    /** Names of the given people; an unknown id is absent. */
    Map<UUID, String> names(String regencyCode, Collection<UUID> ids);

    /** Which roles the given people had over time. */
    RolesHeld rolesHeld(String regencyCode, Collection<UUID> ids);

    /** People with this role at or below a region, by name; disabled ones left out. */
    List<Account> withRole(String regencyCode, Role role, String region);

    List<Account> list(String regencyCode, @Nullable String after, int limit);

    /**
     * Makes an account.
     *
     * @param actor who makes it; null for the command line and the first administrator
     * @throws id.tuntas.platform.Refusal forbidden, when a role is not his to give; invalid, when the username is taken, a field is wrong or
     *     roles do not {@link Role#goesWith go together}
     */
    Account create(@Nullable Actor actor, NewAccount account);

    /**
     * Changes name, phone and roles; nobody changes his own roles.
     *
     * @throws id.tuntas.platform.Refusal as for {@link #create}; stale, when somebody was faster
     */
    Account revise(Actor actor, UUID id, int version, NewAccount account);

    /** Ends all sessions at once. The last administrator cannot be disabled. */
    void disable(@Nullable Actor actor, String regencyCode, UUID id);

    void enable(Actor actor, UUID id);

    void setPassword(@Nullable Actor actor, String regencyCode, UUID id, String password);

    /** The actor as he is now; for work done in somebody's name outside a request. */
    Actor actor(String regencyCode, UUID id);

    /** A token for a program, shown once. */
    String createToken(String username, String name);

    /** @param password null leaves the person without a password: no sign-in until one is set */
    record NewAccount(
            String regencyCode,
            String username,
            String name,
            @Nullable String phone,
            @Nullable String password,
            List<Grant> roles) {}
}

package id.tuntas.graduation.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.graduation.internal.WatchStore.Entrant;
import id.tuntas.platform.Lot;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the officers who visit what a lot drew, and asks them. */
@Component
class WatchSending {

    private static final Locale OFFICERS = Locale.of("id");

    private final WatchStore store;
    private final Revisits revisits;
    private final Accounts accounts;
    private final MessageSource messages;

    WatchSending(WatchStore store, Revisits revisits, Accounts accounts, MessageSource messages) {
        this.store = store;
        this.revisits = revisits;
        this.accounts = accounts;
        this.messages = messages;
    }

    record Sending(UUID drawId, String seed, RevisitKind kind, String reason) {}

    Sending watch(UUID id, String seed) {
        return new Sending(id, seed, RevisitKind.WATCH, messages.getMessage("watch.reason", null, OFFICERS));
    }

    Sending sample(UUID id, String seed, int months) {
        String reason = messages.getMessage("sample.reason", new Object[] {months}, OFFICERS);
        return new Sending(id, seed, RevisitKind.SAMPLE, reason);
    }

    /** Takes down what was drawn and sends it. @return how many were sent */
    int draw(Actor actor, Sending sending, List<Entrant> drawn) {
        drawn.forEach(family -> store.insertDrawn(actor.regencyCode(), sending.drawId(), family));
        return send(actor, sending, store.unsent(actor.regencyCode(), sending.drawId()));
    }

    /** Of a watch to outsiders who were never at the family, of a sample to its officer. @return how many were sent */
    int send(Actor actor, Sending sending, List<Entrant> drawn) {
        List<Account> officers = accounts.withRole(actor.regencyCode(), Role.OFFICER, actor.regencyCode());
        if (sending.kind() == RevisitKind.WATCH) {
            Map<UUID, Set<UUID>> visitors = store.visitors(
                    actor.regencyCode(), drawn.stream().map(Entrant::familyId).toList());
            return share(
                    actor,
                    sending,
                    drawn,
                    officers,
                    (officer, family) -> isOutsider(officer, family.district())
                            && !visitors.getOrDefault(family.familyId(), Set.of())
                                    .contains(officer.id()));
        }
        Set<UUID> active = officers.stream().map(Account::id).collect(Collectors.toSet());
        return share(
                actor,
                sending,
                drawn,
                officers,
                (officer, family) -> active.contains(family.officerId())
                        ? officer.id().equals(family.officerId())
                        : !isOutsider(officer, family.district()));
    }

    /** Each family goes to the one of those who fit who has the fewest so far; among equals the lot decides. */
    private int share(
            Actor actor,
            Sending sending,
            List<Entrant> drawn,
            List<Account> officers,
            BiPredicate<Account, Entrant> fits) {
        Map<UUID, Integer> loads = new HashMap<>();
        int sent = 0;
        for (Entrant family : drawn) {
            List<UUID> fitting = officers.stream()
                    .filter(officer -> fits.test(officer, family))
                    .map(Account::id)
                    .toList();
            Optional<UUID> officer =
                    Lot.draw(sending.seed() + "/" + family.familyId(), fitting, fitting.size()).stream()
                            .min(Comparator.comparing(one -> loads.getOrDefault(one, 0)));
            if (officer.isPresent()) {
                loads.merge(officer.get(), 1, Integer::sum);
                UUID revisit = revisits.ask(actor, family.familyId(), officer.get(), sending.kind(), sending.reason());
                store.setAsked(actor.regencyCode(), sending.drawId(), family.familyId(), revisit);
                sent++;
            }
        }
        return sent;
    }

    private static boolean isOutsider(Account officer, String district) {
        return officer.roles().stream()
                .filter(grant -> grant.role() == Role.OFFICER)
                .noneMatch(grant -> grant.region().startsWith(district) || district.startsWith(grant.region()));
    }
}

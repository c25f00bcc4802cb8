package id.tuntas.visits.internal;

import id.tuntas.ledger.Entry;
import id.tuntas.ledger.UntoldActs;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Acts that would tell which families a watch drew, until each one's re-visit is over. */
@Component
class UntoldRevisits implements UntoldActs {

    private final RevisitStore store;

    UntoldRevisits(RevisitStore store) {
        this.store = store;
    }

    @Override
    public Predicate<Entry> untold() {
        Set<String> secret = store.secret().stream().map(UUID::toString).collect(Collectors.toSet());
        return entry -> secret.contains(String.valueOf(entry.detail().get("revisit")));
    }
}

package id.tuntas.sharing.internal;

import id.tuntas.sharing.internal.Share.Meets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person would do by hand, and where the search begins: one family after the other, each need by the cheapest that there is room for. */
final class WorstOffFirst {

    private final Map<Cap, Long> drawn = new HashMap<>();
    private final Set<Meets> met = new HashSet<>();
    private final Map<Household, Set<Share>> given = new HashMap<>();

    private WorstOffFirst() {}

    /** Leaves what people decided as it is. */
    static void fill(Allotment allotment) {
        WorstOffFirst hand = new WorstOffFirst();
        List<Share> shares = allotment.shares();
        shares.stream().filter(Share::given).forEach(hand::give);
        shares.stream()
                .filter(share -> !share.pinned() && !share.given() && hand.helps(share) && hand.hasRoom(share))
                .forEach(hand::give);
    }

    private boolean helps(Share share) {
        return !met.containsAll(share.meets());
    }

    private boolean hasRoom(Share share) {
        return share.draws().stream()
                        .allMatch(draw -> drawn.getOrDefault(draw.cap(), 0L) + draw.amount()
                                <= draw.cap().left())
                && given.getOrDefault(share.household(), Set.of()).stream().noneMatch(share::clashesWith);
    }

    private void give(Share share) {
        share.give(true);
        met.addAll(share.meets());
        share.draws().forEach(draw -> drawn.merge(draw.cap(), draw.amount(), Long::sum));
        given.computeIfAbsent(share.household(), household -> new HashSet<>()).add(share);
    }
}

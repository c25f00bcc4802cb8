package id.tuntas.sharing.internal;

import id.tuntas.programmes.Need;
import id.tuntas.regions.Regions;
import id.tuntas.sharing.internal.Cap.Kind;
import id.tuntas.sharing.internal.Inputs.Bar;
import id.tuntas.sharing.internal.SharingConstraints.Clash;
import id.tuntas.sharing.internal.SharingConstraints.Exceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One programme for one family: whether it gets it, and why. @param may whether a person may decide about it here */
record Explanation(
        UUID programmeId, String programme, boolean given, boolean pinned, boolean may, List<Reason> reasons) {

    /**
     * @param needs that it meets, or that something else meets
     * @param what area, payer or programme that stands in the way
     * @param units of the quota, or rupiah of the budget
     * @param asked of these before this sharing
     * @param holders families of this sharing that hold the rest
     * @param worseOff of these, worse off than this family
     * @param equally of these, as badly off
     */
    record Reason(
            Why why,
            Set<Need> needs,
            @Nullable String what,
            long units,
            long asked,
            int holders,
            int worseOff,
            int equally) {

        static Reason of(Why why, Set<Need> needs, @Nullable String what) {
            return new Reason(why, needs, what, 0, 0, 0, 0, 0);
        }
    }

    static Explanation of(Share share, Worked worked, Regions regions) {
        return new Explanation(
                share.programme().id(),
                share.programme().name(),
                share.given(),
                share.pinned(),
                true,
                share.given() ? because(share, worked) : whyNot(share, worked, regions));
    }

    static Explanation barred(ProgrammeInput programme, Bar bar) {
        Why why = switch (bar) {
            case ASKED -> Why.ASKED;
            case TURNED_DOWN -> Why.TURNED_DOWN;
            case CLASH -> Why.CLASH_ASKED;
            case UNTOLD -> Why.UNTOLD;
        };
        return new Explanation(
                programme.id(), programme.name(), false, false, false, List.of(Reason.of(why, Set.of(), null)));
    }

    private static List<Reason> because(Share share, Worked worked) {
        List<Reason> reasons = new ArrayList<>();
        if (share.pinned()) {
            reasons.add(Reason.of(Why.PERSON, Set.of(), null));
        }
        Set<Need> only = worked.onlyBy(share);
        if (!only.isEmpty()) {
            reasons.add(Reason.of(Why.NEED, only, null));
        }
        boolean alone = worked.of(share.household().id()).stream()
                .noneMatch(other ->
                        other != share && other.given() && other.pillar().equals(share.pillar()));
        if (share.opensPillar() && alone) {
            reasons.add(Reason.of(
                    Why.PILLAR, Set.of(), Integer.toString(share.programme().pillar())));
        }
        return reasons;
    }

    private static List<Reason> whyNot(Share share, Worked worked, Regions regions) {
        List<Reason> reasons = new ArrayList<>();
        if (share.pinned()) {
            reasons.add(Reason.of(Why.PERSON, Set.of(), null));
        }
        for (Object obstacle : worked.obstacles(share)) {
            switch (obstacle) {
                case Exceeded exceeded -> reasons.add(full(share, exceeded.cap(), worked, regions));
                case Clash clash ->
                    reasons.add(Reason.of(
                            Why.CLASH,
                            Set.of(),
                            (clash.one() == share ? clash.other() : clash.one())
                                    .programme()
                                    .name()));
                default -> throw new IllegalStateException("nothing else stands in the way: " + obstacle);
            }
        }
        if (share.serves().isEmpty()) {
            reasons.add(Reason.of(Why.SERVED, Set.of(), null));
        } else if (worked.met(share.household().id()).containsAll(share.serves())) {
            reasons.add(Reason.of(Why.COVERED, share.serves(), null));
        }
        return reasons.isEmpty() ? List.of(Reason.of(Why.ROOM, share.serves(), null)) : reasons;
    }

    private static Reason full(Share share, Cap cap, Worked worked, Regions regions) {
        List<Share> holders = worked.holders(cap);
        long weight = share.household().weight();
        return new Reason(
                switch (cap.kind()) {
                    case QUOTA -> Why.QUOTA;
                    case MONEY -> Why.MONEY;
                    case BUDGET -> Why.BUDGET;
                },
                Set.of(),
                cap.kind() == Kind.BUDGET ? cap.owner() : regions.name(cap.area()),
                cap.limit(),
                cap.used(),
                families(holders),
                families(holders.stream()
                        .filter(one -> one.household().weight() > weight)
                        .toList()),
                families(holders.stream()
                        .filter(one -> one.household().weight() == weight)
                        .toList()));
    }

    private static int families(List<Share> shares) {
        return (int) shares.stream().map(one -> one.household().id()).distinct().count();
    }
}

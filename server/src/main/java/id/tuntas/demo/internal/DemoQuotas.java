package id.tuntas.demo.internal;

import static java.util.stream.Collectors.groupingBy;

import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.interventions.Lack;
import id.tuntas.programmes.NewProgramme;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.programmes.Quota;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * With the year's changed budget, some programmes are limited: what was asked has its place, and little is left for those for whom nobody has
 * asked. How much is invented, as a part of the families of the decree.
 */
@Component
@Profile("demo")
class DemoQuotas implements DemoChapter {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 2);

    /** @param families for which there is still place @param money whether it is money that ends, for half of them */
    record Limit(int families, boolean money) {}

    static final Map<String, Limit> LIMITS = Map.of(
            "SEMBAKO", new Limit(12, true),
            "PRAKERJA", new Limit(9, true),
            "PBI-JKN", new Limit(20, true),
            "AIR-BERSIH", new Limit(6, false),
            "JAMBAN", new Limit(10, false),
            "LISTRIK", new Limit(3, false),
            "PELATIHAN", new Limit(15, false));

    private final DemoActors actors;
    private final Programmes programmes;
    private final Interventions interventions;
    private final int poorest;

    DemoQuotas(DemoPlan plan, DemoActors actors, Programmes programmes, Interventions interventions) {
        this.actors = actors;
        this.programmes = programmes;
        this.interventions = interventions;
        this.poorest = plan.poorest();
    }

    @Override
    public long work(LocalDate day) {
        return day.equals(DAY) ? 1 : 0;
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        return day.equals(DAY) ? List.of(List.of(this::limit)) : List.of();
    }

    private void limit() {
        Map<UUID, List<Request>> asked = interventions.requests(DemoPeople.REGENCY).stream()
                .filter(one -> one.year() == DAY.getYear() && one.lack() != Lack.TURNED_DOWN)
                .collect(groupingBy(Request::programmeId));
        for (Programme programme : programmes.list(DemoPeople.REGENCY)) {
            Limit limit = LIMITS.get(programme.code());
            if (limit != null && programme.quotas().isEmpty()) {
                Quota quota = quota(programme, limit, asked.getOrDefault(programme.id(), List.of()));
                programmes.revise(
                        actors.coordinator(), programme.id(), programme.version(), with(programme, List.of(quota)));
            }
        }
    }

    private Quota quota(Programme programme, Limit limit, List<Request> asked) {
        int left = Math.max(1, DemoRepairs.share(limit.families(), poorest));
        int units = asked.stream().mapToInt(Request::units).sum() + left;
        return new Quota(
                DAY.getYear(), DemoPeople.REGENCY, units, limit.money() ? money(programme, left, asked) : null);
    }

    private static @Nullable Long money(Programme programme, int left, List<Request> asked) {
        Long price = programme.amount();
        return price == null
                ? null
                : price * left / 2
                        + asked.stream()
                                .mapToLong(one -> one.amount() == null ? 0 : one.amount())
                                .sum();
    }

    private static NewProgramme with(Programme one, List<Quota> quotas) {
        return new NewProgramme(
                one.code(),
                one.name(),
                one.pillar(),
                one.agency(),
                one.funding(),
                one.unit(),
                one.amount(),
                one.needs(),
                one.notWith(),
                one.active(),
                one.rule(),
                quotas);
    }
}

package id.tuntas.demo.internal;

import static id.tuntas.interventions.InterventionState.ACCEPTED;
import static id.tuntas.interventions.InterventionState.DELIVERED;
import static id.tuntas.interventions.InterventionState.DIFFERENT;
import static id.tuntas.interventions.InterventionState.PLANNED;
import static id.tuntas.interventions.InterventionState.PROPOSED;
import static id.tuntas.interventions.InterventionState.REFUSED;

import id.tuntas.access.Actor;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.forms.PhotoKind;
import id.tuntas.interventions.Confirmations;
import id.tuntas.interventions.Confirmations.Place;
import id.tuntas.interventions.Confirmations.Word;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.Interventions.Asked;
import id.tuntas.interventions.Interventions.Step;
import id.tuntas.interventions.ProofKind;
import id.tuntas.programmes.Agencies;
import id.tuntas.programmes.Agencies.Agency;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes the steps of one family's programmes. A step that does not follow from where the programme stands is not taken. */
@Component
@Profile("demo")
class DemoAgencies {

    private static final List<String> REFUSALS = List.of(
            "Kuota tahun ini sudah terpenuhi; diusulkan lagi tahun depan.",
            "NIK belum padan dengan data Dukcapil.",
            "Keluarga sudah tercatat menerima program lain dari kami.");

    private final DemoActors actors;
    private final Agencies agencies;
    private final Programmes programmes;
    private final Needs needs;
    private final Interventions interventions;
    private final Confirmations confirmations;
    private final Cases cases;
    private final DemoEvidence evidence;
    private volatile Map<UUID, Programme> catalogue = Map.of();
    private volatile Map<UUID, Agency> byId = Map.of();

    DemoAgencies(
            DemoActors actors,
            Agencies agencies,
            Programmes programmes,
            Needs needs,
            Interventions interventions,
            Confirmations confirmations,
            Cases cases,
            DemoEvidence evidence) {
        this.actors = actors;
        this.agencies = agencies;
        this.programmes = programmes;
        this.needs = needs;
        this.interventions = interventions;
        this.confirmations = confirmations;
        this.cases = cases;
        this.evidence = evidence;
    }

    /** Takes the catalogue and its agencies as they are today. */
    void read() {
        catalogue = programmes.list(DemoPeople.REGENCY).stream()
                .collect(Collectors.toMap(Programme::id, Function.identity()));
        byId = agencies.list(DemoPeople.REGENCY).stream().collect(Collectors.toMap(Agency::id, Function.identity()));
    }

    /** One that fits, of which none stands in the way; the needs of a family take turns through those that serve them. */
    void ask(Actor coordinator, UUID family, Need need) {
        List<Asked> asked = interventions.of(coordinator, family);
        List<Programme> standing =
                asked.stream().map(one -> catalogue.get(one.programmeId())).toList();
        if (standing.stream().anyMatch(programme -> programme.needs().contains(need))) {
            return;
        }
        List<Programme> fitting = needs.fitting(coordinator, family).getOrDefault(need, List.of()).stream()
                .map(catalogue::get)
                .filter(programme ->
                        standing.stream().noneMatch(other -> other.notWith().contains(programme.code())))
                .toList();
        if (!fitting.isEmpty()) {
            Programme chosen = fitting.get(asked.size() % fitting.size());
            interventions.propose(coordinator, family, chosen.id(), need, "");
        }
    }

    void answer(UUID family, Need need, boolean refuses) {
        String reason = refuses ? REFUSALS.get(need.ordinal() % REFUSALS.size()) : "";
        standing(family, need, PROPOSED).ifPresent(step(new Step(refuses ? REFUSED : ACCEPTED, null, null, reason)));
    }

    void plan(UUID family, Need need, LocalDate day) {
        standing(family, need, ACCEPTED)
                .ifPresent(asked -> step(new Step(
                                PLANNED, day, catalogue.get(asked.programmeId()).amount(), ""))
                        .accept(asked));
    }

    private Consumer<Asked> step(Step step) {
        return asked -> interventions.step(agency(asked), asked.id(), asked.version(), step);
    }

    void deliver(FamilyCase family, Need need, LocalDate day) {
        standing(family.id(), need, PLANNED)
                .ifPresent(asked -> interventions.deliver(
                        agency(asked),
                        asked.id(),
                        asked.version(),
                        new Delivery(
                                day,
                                catalogue.get(asked.programmeId()).amount(),
                                List.of(new Proof(ProofKind.PHOTO, photo(family, need))))));
    }

    void see(UUID family, Need need, LocalDate day, InterventionState word) {
        FamilyCase house = cases.find(DemoPeople.REGENCY, family).orElseThrow();
        UUID officer = house.officerId();
        if (officer == null) {
            return;
        }
        Place place = place(house);
        standing(family, need, DELIVERED)
                .ifPresent(asked -> confirmations.say(
                        actors.of(officer),
                        asked.id(),
                        asked.version(),
                        new Word(
                                UUID.nameUUIDFromBytes(asked.id().toString().getBytes(StandardCharsets.US_ASCII)),
                                word,
                                day,
                                word == DIFFERENT ? "Yang diterima keluarga kurang dari yang direncanakan." : "",
                                place,
                                place == null ? "Tidak ada sinyal satelit di dalam rumah." : "",
                                List.of())));
    }

    /** Where a phone says that it is; one in eight cannot say. */
    private static @Nullable Place place(FamilyCase house) {
        Random chance = new Random(house.number().text().hashCode());
        return house.lat() == null || house.lng() == null || chance.nextInt(8) == 0
                ? null
                : new Place(house.lat(), house.lng(), 4 + chance.nextInt(12));
    }

    boolean hasReceived(UUID family, Need need) {
        return standing(family, need, InterventionState.RECEIVED).isPresent();
    }

    private Optional<Asked> standing(UUID family, Need need, InterventionState state) {
        return interventions.of(actors.coordinator(), family).stream()
                .filter(asked -> asked.need() == need && asked.state() == state)
                .findFirst();
    }

    /** Who answers for the agency; the regency's coordinator for one that has nobody. */
    private Actor agency(Asked asked) {
        return byId.get(catalogue.get(asked.programmeId()).agencyId()).people().stream()
                .findFirst()
                .map(actors::of)
                .orElseGet(actors::coordinator);
    }

    private EvidenceFile photo(FamilyCase family, Need need) {
        Random chance = new Random(family.number().text().hashCode() * 31L + need.ordinal());
        PhotoKind kind = switch (need) {
            case HOUSING -> PhotoKind.HOUSE_FRONT;
            case TOILET -> PhotoKind.TOILET;
            case PAPERS -> PhotoKind.KK_CARD;
            default -> PhotoKind.INSIDE;
        };
        return evidence.keep(DemoPhotos.photo(kind, chance));
    }
}

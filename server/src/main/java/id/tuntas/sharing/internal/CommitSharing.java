package id.tuntas.sharing.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.interventions.Interventions;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import id.tuntas.regions.Regions;
import id.tuntas.sharing.SharingState;
import id.tuntas.sharing.internal.Share.Key;
import id.tuntas.sharing.internal.SharingStore.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Asks the agencies for what a proposal gives. A village is asked for whole or not at all; what was asked stays asked, so that a job that died
 * goes on where it was.
 */
@Component
class CommitSharing implements JobHandler {

    static final String KIND = "sharing.commit";

    private static final String STAGE = "villages";

    record Done(int requests) {}

    private final SharingStore store;
    private final SharingDesk desk;
    private final Interventions interventions;
    private final Accounts accounts;
    private final Regions regions;
    private final TransactionTemplate transaction;

    CommitSharing(
            SharingStore store,
            SharingDesk desk,
            Interventions interventions,
            Accounts accounts,
            Regions regions,
            TransactionTemplate transaction) {
        this.store = store;
        this.desk = desk;
        this.interventions = interventions;
        this.accounts = accounts;
        this.regions = regions;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Done run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) {
        UUID id = UUID.fromString(payload.get("plan").asString());
        Actor actor = accounts.actor(
                regencyCode, UUID.fromString(payload.get("askedBy").asString()));
        Plan plan = store.find(regencyCode, id).orElseThrow();
        Worked worked = desk.worked(regencyCode, plan);
        Set<Key> toAsk = store.toAsk(regencyCode, id);
        Map<String, List<Share>> byVillage = worked.shares().stream()
                .filter(share -> toAsk.contains(share.key()))
                .collect(
                        Collectors.groupingBy(share -> share.household().village(), TreeMap::new, Collectors.toList()));
        long done = 0;
        for (Map.Entry<String, List<Share>> village : byVillage.entrySet()) {
            progress.at(STAGE, done++, (long) byVillage.size());
            try {
                transaction.executeWithoutResult(status -> village.getValue().forEach(share -> ask(actor, id, share)));
            } catch (Refusal changed) {
                transaction.executeWithoutResult(status -> store.state(regencyCode, id, SharingState.PROPOSED, jobId));
                throw new Refusal(HttpStatus.CONFLICT, "sharing-stopped", regions.name(village.getKey()));
            }
        }
        transaction.executeWithoutResult(status -> store.state(regencyCode, id, SharingState.COMMITTED, jobId));
        return new Done(toAsk.size());
    }

    private void ask(Actor actor, UUID id, Share share) {
        UUID asked = interventions.propose(
                actor, share.household().id(), share.programme().id(), reason(share), "");
        store.asked(actor.regencyCode(), id, share.key(), asked);
    }

    /** The need it is asked for: the first that it meets, else the first that it serves beside another programme. */
    private static Need reason(Share share) {
        return share.serves().stream()
                .findFirst()
                .or(() -> share.household().met().stream()
                        .filter(share.programme().needs()::contains)
                        .findFirst())
                .orElseThrow();
    }
}

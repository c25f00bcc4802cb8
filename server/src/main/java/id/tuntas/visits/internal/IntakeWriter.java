package id.tuntas.visits.internal;

import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Prepared;
import id.tuntas.platform.Hashes;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.IntakeOutcome.Accepted;
import id.tuntas.visits.IntakeOutcome.AlreadyHave;
import id.tuntas.visits.IntakeOutcome.Conflict;
import id.tuntas.visits.IntakeOutcome.NewVersion;
import id.tuntas.visits.Receipt;
import id.tuntas.visits.internal.IntakeStore.ContentKey;
import id.tuntas.visits.internal.IntakeStore.FileKey;
import id.tuntas.visits.internal.IntakeStore.Kept;
import id.tuntas.visits.internal.IntakeStore.NewFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a batch of posts in one transaction: the submissions, each with its entry for the ledger, their files, and nothing else. */
@Component
class IntakeWriter {

    static final String SENT = "visit.sent";
    static final String FILES_ADDED = "visit.files-added";

    private final IntakeStore store;
    private final Evidence evidence;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    IntakeWriter(IntakeStore store, Evidence evidence, Ledger ledger, TransactionTemplate transaction) {
        this.store = store;
        this.evidence = evidence;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** Returns an outcome for each post, in their order. Without files it is one statement, which needs no transaction around it. */
    List<IntakeOutcome> write(List<NewSubmission> posts) {
        return posts.stream().allMatch(post -> post.files().isEmpty())
                ? writeAll(posts)
                : Objects.requireNonNull(transaction.execute(status -> writeAll(posts)));
    }

    private List<IntakeOutcome> writeAll(List<NewSubmission> posts) {
        Map<ContentKey, NewSubmission> first = new LinkedHashMap<>();
        posts.forEach(post -> first.putIfAbsent(IntakeStore.key(post), post));
        List<NewSubmission> different = List.copyOf(first.values());
        List<Prepared> prepared =
                ledger.prepare(different.stream().map(IntakeWriter::sent).toList());
        Map<UUID, Boolean> inserted = store.insert(different, prepared);
        Map<ContentKey, Kept> kept = new HashMap<>(store.find(different.stream()
                .filter(post -> !inserted.containsKey(post.id()))
                .map(IntakeStore::key)
                .toList()));
        for (int i = 0; i < different.size(); i++) {
            NewSubmission post = different.get(i);
            UUID entry = prepared.get(i).id();
            kept.computeIfAbsent(
                    IntakeStore.key(post), any -> new Kept(post.id(), post.officerId(), post.receivedAt(), entry));
        }
        Set<FileKey> added = attach(posts, kept);
        Set<FileKey> there = attached(posts);
        List<IntakeOutcome> outcomes = new ArrayList<>(posts.size());
        for (NewSubmission post : posts) {
            Kept former = kept.get(IntakeStore.key(post));
            Boolean again = inserted.get(post.id());
            Receipt receipt = receipt(post, former, there);
            if (again == null) {
                addedLater(post, former, added);
                outcomes.add(new AlreadyHave(receipt));
            } else {
                outcomes.add(outcome(post, again, receipt));
            }
        }
        return outcomes;
    }

    private static IntakeOutcome outcome(NewSubmission post, boolean again, Receipt receipt) {
        if (again) {
            return new Conflict(receipt);
        }
        return post.deprecatedId() == null ? new Accepted(receipt) : new NewVersion(receipt);
    }

    private static Act sent(NewSubmission post) {
        return act(
                post,
                SENT,
                post.id(),
                Map.of(
                        "formId", post.formId(),
                        "formVersion", post.formVersion(),
                        "client", post.client().key(),
                        "instanceId", post.instanceId()),
                post.xml());
    }

    private static Act act(NewSubmission post, String verb, UUID subject, Map<String, Object> detail, byte[] content) {
        return new Act(
                post.regencyCode(), post.officerId(), verb, "visit", subject, post.regionCode(), detail, content);
    }

    /** Files hang on the submission whose content came with them, so that nobody adds to another officer's by its instanceID. */
    private Set<FileKey> attach(List<NewSubmission> posts, Map<ContentKey, Kept> kept) {
        Map<String, Map<String, EvidenceFile>> byRegency = new HashMap<>();
        List<NewFile> files = new ArrayList<>();
        for (NewSubmission post : posts) {
            post.files().forEach(sent -> {
                byRegency
                        .computeIfAbsent(post.regencyCode(), any -> new HashMap<>())
                        .put(sent.file().sha256(), sent.file());
                files.add(new NewFile(
                        post.regencyCode(),
                        post.instanceId(),
                        kept.get(IntakeStore.key(post)).officerId(),
                        sent.name(),
                        sent.file().sha256(),
                        post.receivedAt()));
            });
        }
        if (files.isEmpty()) {
            return Set.of();
        }
        byRegency.forEach((regency, some) -> evidence.register(regency, some.values()));
        return store.attach(files);
    }

    /** Files that come after their instance are an act of their own. */
    private void addedLater(NewSubmission post, Kept former, Set<FileKey> added) {
        List<String> names = post.files().stream()
                .filter(sent -> added.contains(fileKey(post, former, post.instanceId(), sent.name())))
                .map(sent -> sent.file().sha256())
                .toList();
        if (!names.isEmpty()) {
            store.filesCame(post.regencyCode(), post.instanceId());
            ledger.record(act(
                    post,
                    FILES_ADDED,
                    former.id(),
                    Map.of("files", names.size()),
                    String.join("\n", names).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private UUID entryOf(NewSubmission post, Kept kept) {
        if (kept.entryId() != null) {
            return kept.entryId();
        }
        return ledger.of(post.regencyCode(), kept.id()).stream()
                .filter(entry -> entry.verb().equals(SENT))
                .map(Entry::id)
                .findFirst()
                .orElseThrow();
    }

    private Set<FileKey> attached(List<NewSubmission> posts) {
        Map<String, Set<String>> asked = new HashMap<>();
        for (NewSubmission post : posts) {
            if (!post.fileNames().isEmpty()) {
                Set<String> instances = asked.computeIfAbsent(post.regencyCode(), any -> new HashSet<>());
                instances.add(post.instanceId());
                if (post.deprecatedId() != null) {
                    instances.add(post.deprecatedId());
                }
            }
        }
        return asked.entrySet().stream()
                .flatMap(entry -> store.attached(entry.getKey(), entry.getValue()).stream())
                .collect(Collectors.toSet());
    }

    private Receipt receipt(NewSubmission post, Kept kept, Set<FileKey> there) {
        List<String> missing = post.fileNames().stream()
                .filter(name -> !there.contains(fileKey(post, kept, post.instanceId(), name)))
                .filter(name ->
                        post.deprecatedId() == null || !there.contains(fileKey(post, kept, post.deprecatedId(), name)))
                .toList();
        return new Receipt(
                post.instanceId(),
                Hashes.hex(post.contentHash()),
                missing,
                kept.receivedAt(),
                kept.id(),
                entryOf(post, kept));
    }

    private static FileKey fileKey(NewSubmission post, Kept kept, String instanceId, String name) {
        return new FileKey(post.regencyCode(), instanceId, kept.officerId(), name);
    }
}

package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.Forms;
import id.tuntas.forms.SubmissionHead;
import id.tuntas.forms.UnreadableSubmissionException;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.IntakeOutcome.Reason;
import id.tuntas.visits.IntakeOutcome.Rejected;
import id.tuntas.visits.Submission;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes a post in. Only what makes it a submission is looked at: XML, a form that is kept here. A submission without an instanceID goes by
 * the hash of its content, so that it too can be sent twice.
 */
@Component
class Door {

    private static final int LONGEST_NAME = 1_000;

    private record FormKey(String regencyCode, String formId, String version) {}

    private final Forms forms;
    private final IntakeQueue queue;
    private final BusinessClock clock;
    private final Map<FormKey, Set<String>> fileNodes = new ConcurrentHashMap<>();

    Door(Forms forms, IntakeQueue queue, BusinessClock clock) {
        this.forms = forms;
        this.queue = queue;
        this.clock = clock;
    }

    IntakeOutcome take(Actor officer, Submission submission) {
        byte[] xml = submission.xml();
        SubmissionHead head;
        try {
            head = SubmissionHead.read(xml, (formId, version) -> fileNodes(officer.regencyCode(), formId, version));
        } catch (UnreadableSubmissionException unreadable) {
            return new Rejected(unreadable.code().equals("too-large") ? Reason.TOO_LARGE : Reason.NOT_XML);
        }
        if (!forms.isKnown(officer.regencyCode(), head.formId())) {
            return new Rejected(Reason.FORM_UNKNOWN);
        }
        byte[] hash = Hashes.sha256(xml);
        String instanceId = head.instanceId() == null ? "sha256:" + Hashes.hex(hash) : shortened(head.instanceId());
        return queue.write(new NewSubmission(
                officer.regencyCode(),
                Ids.next(),
                instanceId,
                hash,
                head.deprecatedId() == null ? null : shortened(head.deprecatedId()),
                head.formId(),
                shortened(head.version()),
                officer.id(),
                officer.grants().stream().findFirst().map(Grant::region).orElse(officer.regencyCode()),
                NewSubmission.deviceId(submission),
                submission.skewSeconds(),
                submission.client(),
                xml,
                head.fileNames(),
                clock.now().truncatedTo(ChronoUnit.MICROS),
                submission.files()));
    }

    /** Keys of an index have a length; what is longer than any client makes is told apart by its hash. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : "sha256:" + Hashes.hex(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** A version that is not kept is looked at as the newest one that is. */
    private Set<String> fileNodes(String regencyCode, String formId, String version) {
        Set<String> known = fileNodes.get(new FormKey(regencyCode, formId, version));
        if (known != null) {
            return known;
        }
        return forms.find(regencyCode, formId, version)
                .map(form ->
                        fileNodes.computeIfAbsent(new FormKey(regencyCode, formId, version), key -> fileNodes(form)))
                .or(() -> forms.newest(regencyCode, formId).map(Door::fileNodes))
                .orElse(Set.of());
    }

    private static Set<String> fileNodes(FormDefinition form) {
        return form.types().entrySet().stream()
                .filter(entry -> entry.getValue().equals("binary"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}

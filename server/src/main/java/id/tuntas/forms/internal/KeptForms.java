package id.tuntas.forms.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormFile;
import id.tuntas.forms.FormProblem;
import id.tuntas.forms.FormReader;
import id.tuntas.forms.FormReading;
import id.tuntas.forms.FormVersion;
import id.tuntas.forms.Forms;
import id.tuntas.forms.SubmissionCheck;
import id.tuntas.forms.VervalForm;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.platform.Regency;
import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A kept version never changes, so what was read once is right for good. */
@Component
class KeptForms implements Forms {

    private record Key(String regencyCode, String formId, String version) {}

    private record Loaded(FormDefinition form, SubmissionCheck check) {}

    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);

    private static final Set<Verb> READERS =
            EnumSet.of(Verb.FORM_MANAGE, Verb.ROUND_MANAGE, Verb.CASE_READ, Verb.VISIT_SUBMIT);

    private final FormStore store;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final Regency regency;
    private final Map<Key, Loaded> loaded = new ConcurrentHashMap<>();
    private final Set<List<String>> known = ConcurrentHashMap.newKeySet();

    KeptForms(FormStore store, Ledger ledger, BusinessClock clock, Regency regency) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
        this.regency = regency;
    }

    /** Reading a form takes a while, so a start that finds the built-in one kept does not read it. */
    @PostConstruct
    void keepBuiltInForm() {
        byte[] xml = VervalForm.xml();
        String sha256 = Hashes.hex(Hashes.sha256(xml));
        boolean kept = store.list(regency.code()).stream()
                .anyMatch(version -> version.formId().equals(VervalForm.FORM_ID)
                        && version.sha256().equals(sha256));
        if (!kept) {
            FormDefinition form = VervalForm.definition();
            if (!store.insert(regency.code(), form, sha256, null, clock.now())) {
                LOG.warn("version {} of the built-in form is kept with another content; it stays", form.version());
            }
        }
    }

    @Override
    public List<FormVersion> list(Actor actor) {
        if (READERS.stream().noneMatch(actor::may)) {
            throw Refusal.forbidden();
        }
        return store.list(actor.regencyCode());
    }

    @Override
    public Optional<FormDefinition> find(String regencyCode, String formId, String version) {
        return load(new Key(regencyCode, formId, version)).map(Loaded::form);
    }

    @Override
    public Optional<FormDefinition> newest(String regencyCode, String formId) {
        return store.list(regencyCode).stream()
                .filter(version -> version.current() && version.formId().equals(formId))
                .findFirst()
                .flatMap(version -> find(regencyCode, formId, version.version()));
    }

    @Override
    public Optional<SubmissionCheck> check(String regencyCode, String formId, String version) {
        return load(new Key(regencyCode, formId, version)).map(Loaded::check);
    }

    private Optional<Loaded> load(Key key) {
        Loaded present = loaded.get(key);
        if (present != null) {
            return Optional.of(present);
        }
        Optional<Loaded> read = store.xml(key.regencyCode(), key.formId(), key.version())
                .map(xml -> definition(xml, store.lists(key.regencyCode(), key.formId(), key.version())))
                .map(form -> new Loaded(form, new SubmissionCheck(form)));
        return read.map(form -> {
            Loaded earlier = loaded.putIfAbsent(key, form);
            return earlier == null ? form : earlier;
        });
    }

    private static FormDefinition definition(byte[] xml, Map<String, byte[]> lists) {
        return switch (FormReader.readKept(xml, lists)) {
            case FormReading.Readable readable -> readable.form();
            case FormReading.Unreadable unreadable ->
                throw new IllegalStateException("a kept form can't be read any more: " + unreadable.problems());
        };
    }

    @Override
    public boolean isKnown(String regencyCode, String formId) {
        List<String> key = List.of(regencyCode, formId);
        if (known.contains(key)) {
            return true;
        }
        boolean found = store.isKnown(regencyCode, formId);
        if (found) {
            known.add(key);
        }
        return found;
    }

    @Override
    public Optional<FormFile> file(String regencyCode, String formId, String version, String name) {
        return store.file(regencyCode, formId, version, name).map(FormFile::of);
    }

    @Override
    public Map<String, String> mediaHashes(String regencyCode, String formId, String version) {
        return store.mediaHashes(regencyCode, formId, version);
    }

    @Override
    @Transactional
    public FormVersion upload(Actor actor, byte[] xml, Map<String, byte[]> files) {
        actor.require(Verb.FORM_MANAGE);
        FormDefinition form = switch (FormReader.read(xml, files)) {
            case FormReading.Readable readable -> readable.form();
            case FormReading.Unreadable unreadable -> throw unreadable(unreadable.problems());
        };
        String sha256 = Hashes.hex(Hashes.sha256(xml));
        if (store.insert(actor.regencyCode(), form, sha256, actor.id(), clock.now())) {
            files.forEach((name, content) -> store.insertFile(actor.regencyCode(), form, name, content));
            ledger.record(new Act(
                    actor.regencyCode(),
                    actor.id(),
                    "form.uploaded",
                    "form",
                    UUID.nameUUIDFromBytes((form.formId() + "\n" + form.version()).getBytes(StandardCharsets.UTF_8)),
                    actor.regencyCode(),
                    Map.of("formId", form.formId(), "version", form.version(), "files", hashes(files)),
                    xml));
        } else if (!isSame(actor.regencyCode(), form, sha256, hashes(files))) {
            throw new Refusal(HttpStatus.CONFLICT, "form-version-taken", form.formId(), form.version());
        }
        return store.list(actor.regencyCode()).stream()
                .filter(version -> version.formId().equals(form.formId())
                        && version.version().equals(form.version()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isSame(String regencyCode, FormDefinition form, String sha256, Map<String, String> files) {
        return store.sha256(regencyCode, form.formId(), form.version()).equals(Optional.of(sha256))
                && store.fileHashes(regencyCode, form.formId(), form.version()).equals(files);
    }

    private static Map<String, String> hashes(Map<String, byte[]> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> hashes.put(name, Hashes.hex(Hashes.sha256(content))));
        return hashes;
    }

    /** Each problem is a field of the refusal, its pointer the form's node. */
    private static Refusal unreadable(List<FormProblem> problems) {
        List<FieldProblem> fields = problems.stream()
                .map(problem -> new FieldProblem(
                        problem.node() == null ? "" : problem.node(),
                        problem.code(),
                        List.of(problem.message(), problem.mend())))
                .toList();
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "form-unreadable", fields, problems.size());
    }
}

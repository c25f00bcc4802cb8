package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.Interventions.Step;
import id.tuntas.interventions.ProofKind;
import id.tuntas.interventions.internal.CheckedSheet.Change;
import id.tuntas.interventions.internal.CheckedSheet.Problem;
import id.tuntas.interventions.internal.CheckedSheet.Rejected;
import id.tuntas.interventions.internal.SheetCheck.PlanRoom;
import id.tuntas.interventions.internal.SheetColumn.Word;
import id.tuntas.interventions.internal.SheetRow.Current;
import id.tuntas.interventions.internal.SheetRow.Fault;
import id.tuntas.interventions.internal.SheetStore.Kept;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.regions.Regions;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agency's requests as a workbook: taken down, filled, handed in, checked, committed. */
@Component
class SheetDesk {

    private final SheetStore store;
    private final InterventionStore interventionStore;
    private final SheetTexts texts;
    private final Interventions interventions;
    private final Programmes programmes;
    private final Regions regions;
    private final Evidence evidence;
    private final Ledger ledger;
    private final BusinessClock clock;

    SheetDesk(
            SheetStore store,
            InterventionStore interventionStore,
            SheetTexts texts,
            Interventions interventions,
            Programmes programmes,
            Regions regions,
            Evidence evidence,
            Ledger ledger,
            BusinessClock clock) {
        this.store = store;
        this.interventionStore = interventionStore;
        this.texts = texts;
        this.interventions = interventions;
        this.programmes = programmes;
        this.regions = regions;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes what waits for a step of the actor, row by row, once the ledger has noted that it leaves the house. */
    @Transactional
    public void write(Actor actor, Purpose purpose, Locale locale, OutputStream out) throws IOException {
        leaves(actor, Map.of("purpose", purpose.key()));
        try (WorkbookWriter workbook = new WorkbookWriter(out);
                Stream<Current> standing = store.standing(actor, true)) {
            head(workbook, locale);
            for (Iterator<Current> each = standing.iterator(); each.hasNext(); ) {
                row(workbook, each.next(), locale);
            }
            guide(workbook, locale);
        }
    }

    /**
     * Writes the rows of a checked workbook that were not taken, with what is wrong; mended, it can be handed in as it is.
     *
     * @throws Refusal 404 unless the actor handed it in and some were not
     */
    @Transactional
    public void writeRejected(Actor actor, UUID id, Purpose purpose, Locale locale, OutputStream out)
            throws IOException {
        CheckedSheet sheet = store.find(actor, id)
                .map(Kept::sheet)
                .filter(one -> !one.rejected().isEmpty())
                .orElseThrow(Refusal::notFound);
        leaves(actor, Map.of("sheet", id.toString(), "purpose", purpose.key()));
        Map<Integer, String> mends = sheet.problems().stream()
                .collect(Collectors.toMap(
                        Problem::row, one -> texts.mend(one, locale), (one, other) -> one + " " + other));
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            head(workbook, locale);
            workbook.text(SheetColumn.values().length, texts.say("sheet.mend", locale));
            for (Rejected row : sheet.rejected()) {
                workbook.row();
                for (SheetColumn column : SheetColumn.values()) {
                    cell(workbook, column, row.cells().get(column));
                }
                workbook.text(SheetColumn.values().length, mends.get(row.row()));
            }
            guide(workbook, locale);
        }
    }

    private void leaves(Actor actor, Map<String, Object> detail) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "intervention.exported",
                "export",
                Ids.next(),
                actor.regencyCode(),
                detail,
                "xlsx".getBytes(StandardCharsets.UTF_8)));
    }

    private void head(WorkbookWriter workbook, Locale locale) throws IOException {
        workbook.sheet(texts.say("sheet.name", locale));
        workbook.row();
        for (SheetColumn column : SheetColumn.values()) {
            workbook.text(column.ordinal(), texts.say(column.titleCode(), locale));
        }
    }

    private void guide(WorkbookWriter workbook, Locale locale) throws IOException {
        workbook.sheet(texts.say("sheet.guide", locale));
        for (String line : texts.guide(locale)) {
            workbook.row();
            workbook.text(0, line);
        }
    }

    /** Every text is a text cell, which no spreadsheet takes for a formula. */
    private void row(WorkbookWriter workbook, Current current, Locale locale) throws IOException {
        workbook.row();
        cell(workbook, SheetColumn.ID, current.id());
        workbook.number(SheetColumn.VERSION.ordinal(), Integer.toString(current.version()));
        cell(workbook, SheetColumn.NUMBER, current.number());
        cell(workbook, SheetColumn.NAME, current.name());
        cell(workbook, SheetColumn.ADDRESS, current.address());
        cell(workbook, SheetColumn.VILLAGE, current.village());
        cell(workbook, SheetColumn.PROGRAMME, texts.programme(current, locale));
        cell(workbook, SheetColumn.STANDS, texts.stands(current, locale));
        Word answer = Word.of(current.state()).orElse(null);
        if (answer == null) {
            return;
        }
        cell(workbook, SheetColumn.ANSWER, texts.say(answer.code(), locale));
        if (current.state().asksWhy()) {
            cell(workbook, SheetColumn.REASON, current.reason());
        }
        cell(workbook, SheetColumn.PLANNED_ON, current.plannedOn());
        if (current.amount() != null) {
            workbook.number(SheetColumn.AMOUNT.ordinal(), current.amount().toString());
        }
    }

    private static void cell(WorkbookWriter workbook, SheetColumn column, @Nullable Object value) {
        workbook.text(column.ordinal(), value == null ? null : value.toString());
    }

    /** Checks a filled workbook and keeps what it found; nothing changes. @param receipts kept files that show its deliveries */
    @Transactional
    public Kept check(Actor actor, String fileName, Path path, List<Proof> receipts) throws IOException {
        if (!receipts.stream().allMatch(receipt -> receipt.kind().takes(receipt.file()))) {
            throw Refusal.invalid("/receipt", "no-such-proof");
        }
        Map<UUID, Current> standing;
        try (Stream<Current> all = store.standing(actor, false)) {
            standing = all.collect(Collectors.toMap(Current::id, Function.identity()));
        }
        Fingerprint print = Fingerprint.of(path, read -> {});
        CheckedSheet sheet = new SheetCheck(texts, standing, receipts, clock.today(), planRoom(actor.regencyCode()))
                .check(path, print);
        List<EvidenceFile> files = receipts.stream().map(Proof::file).toList();
        evidence.register(actor.regencyCode(), files);
        return store.insert(
                actor,
                fileName,
                print.sha256(),
                sheet,
                files.stream().map(EvidenceFile::sha256).distinct().toList());
    }

    private PlanRoom planRoom(String regencyCode) {
        Map<UUID, Programme> catalogue =
                programmes.list(regencyCode).stream().collect(Collectors.toMap(Programme::id, Function.identity()));
        QuotaRoom room = new QuotaRoom(interventionStore, regencyCode);
        return (current, plan, year) -> room.draw(
                        catalogue.get(current.programmeId()),
                        current.villageCode(),
                        year,
                        current.units(),
                        plan.amount())
                .map(full -> new Fault(SheetColumn.PLANNED_ON, full.code(), full.arguments(regions)));
    }

    /**
     * Takes every sound row of a checked workbook, or none.
     *
     * @throws Refusal 404 unless the actor handed it in; 409 sheet-committed when it was taken already, sheet-outdated when a request has
     *     changed since the check
     */
    @Transactional
    public int commit(Actor actor, UUID id) {
        Kept kept = store.lock(actor, id).orElseThrow(Refusal::notFound);
        if (kept.committed()) {
            throw new Refusal(HttpStatus.CONFLICT, "sheet-committed");
        }
        List<Proof> receipts = evidence.findAll(actor.regencyCode(), kept.receipts()).values().stream()
                .map(file -> new Proof(ProofKind.RECEIPT, file))
                .toList();
        for (Change change : kept.sheet().changes()) {
            try {
                take(actor, change, receipts);
            } catch (Refusal outdated) {
                throw new Refusal(HttpStatus.CONFLICT, "sheet-outdated", change.row());
            }
        }
        store.commit(actor, id);
        return kept.sheet().changes().size();
    }

    private void take(Actor actor, Change change, List<Proof> receipts) {
        int version = change.version();
        if (change.acceptFirst()) {
            interventions.step(actor, change.id(), version, new Step(InterventionState.ACCEPTED, null, null, ""));
            version++;
        }
        if (change.state() == InterventionState.DELIVERED) {
            interventions.deliver(
                    actor, change.id(), version, new Delivery(change.deliveredOn(), change.amount(), receipts));
        } else {
            interventions.step(
                    actor,
                    change.id(),
                    version,
                    new Step(change.state(), change.plannedOn(), change.amount(), change.reason()));
        }
    }
}

package id.tuntas.visits.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Device;
import id.tuntas.access.Devices;
import id.tuntas.access.Grant;
import id.tuntas.access.Verb;
import id.tuntas.evidence.Evidence;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.ExportedFolder;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.IntakeOutcome.Reason;
import id.tuntas.visits.Receipt;
import id.tuntas.visits.Submission;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Submission.SentFile;
import id.tuntas.visits.Visits;
import id.tuntas.visits.internal.ExportEnvelope.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what a phone could not send and somebody carried to the office: each visit, and each folder of another room, goes through its
 * door as if the officer had sent it. One file at a time, since it is held in memory.
 */
@Component
class FieldExports {

    /** Largest file; the app writes several when it has more. */
    static final int MAX_BYTES = 100 * 1024 * 1024;

    private static final int MOST_INSTANCE_BYTES = 4 * 1024 * 1024;
    private static final String INSTANCE_FILE = "submission.xml";

    record Report(Account officer, Device device, List<Imported> items) {}

    sealed interface Imported {}

    /** @param refusal null for what was taken */
    record Folder(String id, boolean isNew, @Nullable Refusal refusal) implements Imported {}

    /** @param outcome null for a folder without an instance in it */
    record Visit(String instanceId, @Nullable IntakeOutcome outcome) implements Imported {

        static Visit of(String folder, IntakeOutcome outcome) {
            return switch (outcome) {
                case IntakeOutcome.Accepted(Receipt receipt) -> new Visit(receipt.instanceId(), outcome);
                case IntakeOutcome.AlreadyHave(Receipt receipt) -> new Visit(receipt.instanceId(), outcome);
                case IntakeOutcome.NewVersion(Receipt receipt) -> new Visit(receipt.instanceId(), outcome);
                case IntakeOutcome.Conflict(Receipt receipt) -> new Visit(receipt.instanceId(), outcome);
                case IntakeOutcome.Rejected(Reason reason) -> new Visit(folder, outcome);
            };
        }
    }

    private static final class Packed {
        private byte @Nullable [] xml;
        private @Nullable ExportedFolder other;
        private byte[] content = {};
        private final List<SentFile> files = new ArrayList<>();
    }

    private final ExportEnvelope envelope;
    private final Accounts accounts;
    private final Devices devices;
    private final Visits visits;
    private final Evidence evidence;
    private final Ledger ledger;
    private final List<ExportedFolder> others;
    private final Json json;
    private final TransactionTemplate transaction;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    FieldExports(
            ExportEnvelope envelope,
            Accounts accounts,
            Devices devices,
            Visits visits,
            Evidence evidence,
            Ledger ledger,
            List<ExportedFolder> others,
            Json json,
            PlatformTransactionManager transactions) {
        this.envelope = envelope;
        this.accounts = accounts;
        this.devices = devices;
        this.visits = visits;
        this.evidence = evidence;
        this.ledger = ledger;
        this.others = others;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Returns what came of each instance.
     *
     * @throws Refusal 403 unless the actor takes exports of all regions of the phone's officer; 422 export-unreadable, export-device
     */
    Report take(Actor actor, byte[] file) throws IOException {
        actor.require(Verb.EXPORT_IMPORT);
        oneAtATime.lock();
        try {
            Opened opened = envelope.open(file);
            ExportArchive archive = new ExportArchive(opened.archive());
            UUID officerId = archive.officerId(json);
            Account officer = accounts.find(actor.regencyCode(), officerId).orElseThrow(FieldExports::foreignDevice);
            Device device = devices.find(actor.regencyCode(), officerId, opened.deviceId())
                    .orElseThrow(FieldExports::foreignDevice);
            for (Grant grant : officer.roles()) {
                actor.require(Verb.EXPORT_IMPORT, grant.region());
            }
            Actor sender = accounts.actor(actor.regencyCode(), officerId);
            if (!sender.may(Verb.VISIT_SUBMIT)) {
                throw foreignDevice();
            }
            List<Imported> items = submit(sender, device, folders(archive));
            record(actor, officer, device, items.size(), file);
            return new Report(officer, device, items);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Map<String, Packed> folders(ExportArchive archive) throws IOException {
        Map<String, Packed> folders = new LinkedHashMap<>();
        archive.visit((id, name, content) -> {
            Packed folder = folders.computeIfAbsent(id, any -> new Packed());
            Optional<ExportedFolder> other =
                    others.stream().filter(one -> one.file().equals(name)).findFirst();
            if (name.equals(INSTANCE_FILE)) {
                folder.xml = whole(content);
            } else if (other.isPresent()) {
                folder.other = other.get();
                folder.content = whole(content);
            } else {
                folder.files.add(new SentFile(name, evidence.keep(content, Visits.MAX_POST)));
            }
        });
        return folders;
    }

    private static byte[] whole(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_INSTANCE_BYTES + 1);
        if (bytes.length > MOST_INSTANCE_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        return bytes;
    }

    private List<Imported> submit(Actor officer, Device device, Map<String, Packed> folders) {
        List<Imported> items = new ArrayList<>();
        folders.forEach((id, folder) -> {
            if (folder.xml != null) {
                Submission submission = new Submission(folder.xml, folder.files, Client.FIELD, null, null).from(device);
                items.add(Visit.of(id, visits.submit(officer, submission)));
            } else if (folder.other != null) {
                items.add(handedOn(officer, id, folder.other, folder));
            } else {
                items.add(new Visit(id, null));
            }
        });
        return items;
    }

    private static Folder handedOn(Actor officer, String id, ExportedFolder room, Packed folder) {
        try {
            return new Folder(id, room.take(officer, folder.content, folder.files), null);
        } catch (Refusal refusal) {
            return new Folder(id, false, refusal);
        }
    }

    private void record(Actor actor, Account officer, Device device, int instances, byte[] file) {
        transaction.executeWithoutResult(status -> ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "device.export-imported",
                "device",
                device.id(),
                officer.roles().stream().findFirst().map(Grant::region).orElse(actor.regencyCode()),
                Map.of(
                        "instances", instances,
                        "file", Hashes.hex(Hashes.sha256(file)),
                        "revoked", device.revoked()),
                file)));
    }

    private static Refusal foreignDevice() {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "export-device");
    }
}

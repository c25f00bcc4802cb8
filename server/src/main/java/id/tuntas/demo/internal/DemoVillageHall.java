package id.tuntas.demo.internal;

import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.Deliberations.Subject;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.MeetingSheet.Part;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.Finding;
import id.tuntas.regions.Region;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who comes to a village's meeting and what they say. It never holds anything that changes who is extremely poor: 349 were decreed. */
final class DemoVillageHall {

    private static final int SO_MANY_POOR_TO_A_DISPUTE = 250;
    private static final int SO_MANY_OTHERS_TO_A_DISPUTE = 60;
    private static final int ANY_NAME = 1_000;

    private static final List<String> STILL_POOR = List.of(
            "Kelian banjar menilai penghasilan dari kebun tidak tetap; peserta lain meminta tetap sesuai hasil kunjungan.",
            "Seorang peserta menyebut anaknya bekerja di Denpasar; keluarga menyatakan tidak pernah menerima kiriman.");
    private static final List<String> BETTER_OFF = List.of(
            "Sejak kunjungan keluarga ini membuka warung; peserta menilai sudah mampu.",
            "Anaknya sudah bekerja tetap dan menanggung rumah tangga; peserta menilai mampu.");
    private static final List<String> WORSE_OFF = List.of(
            "Kepala keluarga berhenti bekerja karena sakit; peserta menilai masih fakir miskin.",
            "Toko keluarga tutup sejak tahun lalu; peserta menilai masih fakir miskin.");
    private static final List<String> DISSENT = List.of(
            "", "Dua peserta tidak sependapat.", "Wakil BPD meminta ditinjau lagi pada pemutakhiran berikutnya.");

    private DemoVillageHall() {}

    static MeetingSheet sheet(Region village, LocalDate day, LocalTime begins, Random chance) {
        boolean urban = village.kind().equals("kelurahan");
        return new MeetingSheet(
                day,
                begins,
                (urban ? "Kantor Kelurahan " : "Balai Desa ") + village.name(),
                name(chance),
                name(chance),
                name(chance),
                Map.of(
                        Part.GOVERNMENT, names(2 + chance.nextInt(2), chance),
                        Part.COUNCIL, urban ? List.of() : names(2 + chance.nextInt(3), chance),
                        Part.HAMLET_HEADS, names(3 + chance.nextInt(4), chance),
                        Part.BODIES, names(2 + chance.nextInt(3), chance),
                        Part.CITIZENS, names(6 + chance.nextInt(12), chance),
                        Part.COMPANIONS, names(1 + chance.nextInt(2), chance)),
                List.of());
    }

    private static List<String> names(int count, Random chance) {
        return IntStream.range(0, count).mapToObj(one -> name(chance)).toList();
    }

    private static String name(Random chance) {
        return DemoPeople.name(chance.nextInt(ANY_NAME));
    }

    /** Mostly agreed. A dispute about an extremely poor family leaves the finding as it is. */
    static DecideSubject decision(UUID meeting, Subject subject, Instant at, Random chance) {
        Finding finding = subject.finding();
        int odds = finding == Finding.POOR ? SO_MANY_POOR_TO_A_DISPUTE : SO_MANY_OTHERS_TO_A_DISPUTE;
        boolean disputed = chance.nextInt(odds) == 0 && finding != null;
        return disputed
                ? decision(
                        meeting,
                        subject,
                        at,
                        Outcome.DISPUTED,
                        pick(reasons(finding), chance),
                        pick(DISSENT, chance),
                        held(finding))
                : agreement(meeting, subject, at);
    }

    static DecideSubject agreement(UUID meeting, Subject subject, Instant at) {
        return decision(meeting, subject, at, Outcome.AGREED, "", "", null);
    }

    private static DecideSubject decision(
            UUID meeting,
            Subject subject,
            Instant at,
            Outcome outcome,
            String reason,
            String dissent,
            @Nullable Finding held) {
        return new DecideSubject(
                UUID.nameUUIDFromBytes((meeting + " " + subject.id()).getBytes(StandardCharsets.US_ASCII)),
                subject.id(),
                null,
                outcome,
                reason,
                dissent,
                held,
                subject.visitId(),
                at);
    }

    private static @Nullable Finding held(Finding finding) {
        return switch (finding) {
            case EXTREMELY_POOR -> null;
            case POOR -> Finding.NOT_POOR;
            case NOT_POOR -> Finding.POOR;
        };
    }

    private static List<String> reasons(Finding finding) {
        return switch (finding) {
            case EXTREMELY_POOR -> STILL_POOR;
            case POOR -> BETTER_OFF;
            case NOT_POOR -> WORSE_OFF;
        };
    }

    private static String pick(List<String> some, Random chance) {
        return some.get(chance.nextInt(some.size()));
    }
}

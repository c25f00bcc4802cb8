package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.Outcome;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.deliberation.internal.AgendaItem.Standing;
import id.tuntas.forms.Finding;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The decisions of a closed meeting, counted by families and by people for its minutes. */
final class MinutesCounts {

    private final StringBuilder html = new StringBuilder("<table class=\"counts\"><thead><tr><th>Putusan</th>"
            + "<th class=\"n\">Keluarga</th><th class=\"n\">Jiwa</th></tr></thead><tbody>");

    private MinutesCounts() {}

    static String table(MeetingPurpose purpose, List<AgendaItem> agenda) {
        MinutesCounts counts = new MinutesCounts();
        switch (purpose) {
            case VERIFICATION -> counts.ofFindings(agenda);
            case GRADUATION -> counts.ofGraduations(agenda);
        }
        return counts.html.append("</tbody></table>").toString();
    }

    private void ofFindings(List<AgendaItem> agenda) {
        List<AgendaItem> families = of(Kind.FAMILY, agenda);
        List<AgendaItem> nominations = of(Kind.NOMINATION, agenda);
        row("Keluarga terverifikasi yang dibahas", families, item -> true);
        row("Disepakati", families, decided(Outcome.AGREED));
        row("Disertai keberatan", families, decided(Outcome.DISPUTED));
        row(
                "di antaranya dengan kelayakan lain menurut musyawarah",
                families,
                item -> standing(item).held() != null);
        row("Dikunjungi ulang", families, decided(Outcome.REVISIT));
        row(
                "Miskin ekstrem menurut musyawarah",
                families,
                item -> standing(item).outcome() != Outcome.REVISIT && held(item) == Finding.EXTREMELY_POOR);
        if (!nominations.isEmpty()) {
            row("Usulan yang dibahas", nominations, item -> true);
            row("Usulan yang disepakati", nominations, decided(Outcome.AGREED));
        }
    }

    private void ofGraduations(List<AgendaItem> agenda) {
        row("Usulan graduasi yang dibahas", agenda, item -> true);
        row("Disepakati lulus", agenda, decided(Outcome.AGREED));
        row("Tidak disepakati", agenda, decided(Outcome.DISPUTED));
        row("Dikunjungi ulang", agenda, decided(Outcome.REVISIT));
    }

    private static List<AgendaItem> of(Kind kind, List<AgendaItem> agenda) {
        return agenda.stream().filter(item -> item.kind() == kind).toList();
    }

    private static Predicate<AgendaItem> decided(Outcome outcome) {
        return item -> standing(item).outcome() == outcome;
    }

    private void row(String what, List<AgendaItem> items, Predicate<AgendaItem> which) {
        List<AgendaItem> counted = items.stream().filter(which).toList();
        int people = counted.stream()
                .mapToInt(item -> item.people() == null ? 0 : item.people())
                .sum();
        html.append("<tr><td>").append(what).append("</td><td class=\"n\">").append(counted.size());
        html.append("</td><td class=\"n\">").append(people).append("</td></tr>");
    }

    private static Standing standing(AgendaItem item) {
        return Objects.requireNonNull(item.decision());
    }

    private static @Nullable Finding held(AgendaItem item) {
        Finding held = standing(item).held();
        return held == null ? item.finding() : held;
    }
}

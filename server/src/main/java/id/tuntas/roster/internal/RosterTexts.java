package id.tuntas.roster.internal;

import id.tuntas.cases.MaskedNumber;
import id.tuntas.platform.BusinessClock;
import id.tuntas.roster.internal.ReportView.DateOrderView;
import id.tuntas.roster.internal.ReportView.FieldView;
import id.tuntas.roster.internal.ReportView.GroupView;
import id.tuntas.roster.internal.ReportView.LayoutView;
import id.tuntas.roster.internal.ReportView.NoteView;
import id.tuntas.roster.internal.ReportView.RefusalView;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.layout.Layouts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a stored report says, in words of the caller's language. */
@Component
class RosterTexts {

    private final MessageSource messages;

    RosterTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<LayoutView> layouts(StoredReport report, Locale locale) {
        List<LayoutView> layouts = new ArrayList<>();
        for (StoredReport.Sheet sheet : report.sheets()) {
            if (sheet.layout() != null) {
                layouts.add(new LayoutView(
                        sheet.file(),
                        sheet.sheet(),
                        sheet.layout(),
                        RosterLayouts.title(sheet.layout(), locale),
                        sheet.headerRow(),
                        sheet.rows()));
            }
        }
        return layouts;
    }

    List<DateOrderView> dateOrders(StoredReport report, Locale locale) {
        return report.dateOrders().stream()
                .map(one -> new DateOrderView(
                        one.file(),
                        one.sheet(),
                        one.header(),
                        say("roster.date-order." + one.order(), locale),
                        say("roster.date-order.how." + one.how(), locale)))
                .toList();
    }

    List<GroupView> groups(StoredReport report, Locale locale) {
        ProblemTexts texts = ProblemTexts.in(locale);
        return report.groups().stream()
                .map(group -> {
                    ProblemCode code = ProblemCode.get(group.code());
                    return new GroupView(
                            group.code(),
                            code.severity().key(),
                            group.count(),
                            texts.title(code),
                            texts.mend(code),
                            group.columns());
                })
                .toList();
    }

    /** Why the files are refused whole: one sentence for the first of them, and what to do. */
    @Nullable RefusalView refusal(StoredReport report, Locale locale) {
        if (report.refusals().isEmpty()) {
            return null;
        }
        StoredReport.Refused first = report.refusals().stream()
                .filter(refused -> !refused.code().equals(ProblemCode.SHEET_UNRECOGNISED.key()))
                .findFirst()
                .orElse(report.refusals().getFirst());
        RosterProblem problem =
                new RosterProblem(ProblemCode.get(first.code()), first.file(), null, null, null, first.reason(), null);
        ProblemTexts texts = ProblemTexts.in(locale);
        return new RefusalView(first.code(), texts.message(problem) + " " + texts.mend(problem));
    }

    /** Every field of every list once, those that rules look at first. */
    List<FieldView> fields(Locale locale) {
        Set<String> fields = new LinkedHashSet<>();
        for (boolean required : new boolean[] {true, false}) {
            Layouts.known()
                    .all()
                    .forEach(layout -> layout.fields().stream()
                            .filter(field -> field.required() == required)
                            .forEach(field -> fields.add(field.name())));
        }
        return fields.stream()
                .map(field -> new FieldView(field, label(field, locale)))
                .toList();
    }

    /** A column's name; one that no list knows goes by its own header. */
    String label(String field, Locale locale) {
        String label = messages.getMessage("roster.field." + field, null, field, locale);
        return label == null ? field : label;
    }

    /** A column's value for a page: numbers of people are masked; what is not kept as the file wrote it gets its words back. */
    @Nullable String value(String field, @Nullable String value, Locale locale) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case Fields.NIK, Fields.KK -> MaskedNumber.of(value);
            case Fields.SEX -> say("roster.sex." + value, locale);
            case Fields.BIRTH_DATE -> longDay(locale).format(LocalDate.parse(value));
            default -> value;
        };
    }

    List<NoteView> notes(Release release, Optional<Release> twin, Locale locale) {
        List<NoteView> notes = new ArrayList<>();
        twin.ifPresent(same -> notes.add(sameFiles(same, locale)));
        StoredReport report = release.report();
        if (report != null && report.refusals().isEmpty()) {
            if (report.sheets().stream().anyMatch(StoredReport.Sheet::mappable)) {
                notes.add(note("sheet-left-out", locale));
            }
            if (release.comparison() != null) {
                notes.add(note("scope-" + release.scope().key() + "-" + release.scopeReason(), "scope", locale));
            }
        }
        return notes;
    }

    private NoteView sameFiles(Release same, Locale locale) {
        boolean committed = same.committedAt() != null;
        String when = longDay(locale).format(BusinessClock.dayOf(committed ? same.committedAt() : same.uploadedAt()));
        return note(committed ? "same-files-committed" : "same-files", "same-files", locale, when);
    }

    private static DateTimeFormatter longDay(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    private NoteView note(String code, Locale locale, Object... arguments) {
        return note(code, code, locale, arguments);
    }

    private NoteView note(String wording, String code, Locale locale, Object... arguments) {
        return new NoteView(code, messages.getMessage("roster.note." + wording, arguments, locale));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.DateOrderDecision;
import id.tuntas.rosterfile.DateOrderDecision.Order;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.FileRefused;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The birth date of one row after the other, with the order of day and month that its sheet decided. */
final class BirthDates {

    private final RowReading reading;
    private final LocalDate today;
    private final boolean from1904;
    private final int position;
    private final DateOrders orders;
    private final DateText text = new DateText();
    private @Nullable LocalDate settled;

    BirthDates(RowReading reading, SheetTask task, LocalDate today) {
        this.reading = reading;
        this.today = today;
        this.from1904 = task.from1904;
        this.position = task.position(Fields.BIRTH_DATE);
        this.orders = new DateOrders(task);
    }

    DateOrders orders() {
        return orders;
    }

    void forget() {
        settled = null;
    }

    /** Of the row in hand, where its cell, its sheet or its NIK left no doubt. */
    @Nullable LocalDate settled() {
        return settled;
    }

    /** Null for an empty cell, and with the reason noted for one that holds no birth date. */
    @Nullable LocalDate read(@Nullable String nik) throws IOException, FileRefused {
        String cell = reading.at(position);
        if (cell == null) {
            return null;
        }
        LocalDate date = switch (text.read(cell, reading.kind(position), from1904)) {
            case EXACT -> settle(text.date());
            case OPEN -> decide(cell, nik);
            case UNREADABLE -> {
                reading.note(ProblemCode.DATE_UNREADABLE, position, cell, null);
                yield null;
            }
        };
        if (date != null && date.isAfter(today)) {
            reading.note(ProblemCode.DATE_FUTURE, position, cell, date.toString());
            return null;
        }
        return date;
    }

    private LocalDate settle(LocalDate date) {
        settled = date;
        return date;
    }

    private LocalDate decide(String cell, @Nullable String nik) throws IOException, FileRefused {
        DateOrderDecision decision = orders.decide(position);
        LocalDate decided = text.date(decision.order() == Order.DAY_FIRST);
        return switch (decision.how()) {
            case OTHER_ROWS, NIK -> settle(decided);
            case MIXED, CUSTOM -> byNik(cell, nik, decided);
        };
    }

    private LocalDate byNik(String cell, @Nullable String nik, LocalDate decided) {
        boolean dayFirst = nik != null && Nik.born(nik, text.date(true));
        boolean monthFirst = nik != null && Nik.born(nik, text.date(false));
        if (dayFirst != monthFirst) {
            return settle(text.date(dayFirst));
        }
        reading.note(ProblemCode.DATE_AMBIGUOUS, position, cell, decided.toString());
        return decided;
    }
}

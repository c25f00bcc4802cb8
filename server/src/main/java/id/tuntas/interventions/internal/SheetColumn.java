package id.tuntas.interventions.internal;

import id.tuntas.interventions.InterventionState;
import java.util.Arrays;
import java.util.Optional;

/** The columns of the workbook that an agency fills, in their order; their titles are {@code sheet.column.<key>}. */
enum SheetColumn {
    ID("id"),
    VERSION("version"),
    NUMBER("number"),
    NAME("name"),
    ADDRESS("address"),
    VILLAGE("village"),
    PROGRAMME("programme"),
    STANDS("stands"),
    ANSWER("answer"),
    REASON("reason"),
    PLANNED_ON("plannedOn"),
    AMOUNT("amount"),
    DELIVERED_ON("deliveredOn");

    private final String key;

    SheetColumn(String key) {
        this.key = key;
    }

    String titleCode() {
        return "sheet.column." + key;
    }

    /** Whether a filled workbook must have it. */
    boolean isRead() {
        return this == ID || this == VERSION || ordinal() >= ANSWER.ordinal();
    }

    boolean isDay() {
        return this == PLANNED_ON || this == DELIVERED_ON;
    }

    /** The column that tells what a field of a step says; a proof belongs to the day of its delivery. */
    static SheetColumn ofPointer(String pointer) {
        return Arrays.stream(values())
                .filter(column -> pointer.equals("/" + column.key))
                .findFirst()
                .orElse(DELIVERED_ON);
    }

    /** What an agency can say in {@link #ANSWER}; the words are {@code sheet.answer.<key>}. */
    enum Word {
        ACCEPT("accept"),
        REFUSE("refuse"),
        STOP("stop"),
        FAIL("fail");

        private final String key;

        Word(String key) {
            this.key = key;
        }

        String code() {
            return "sheet.answer." + key;
        }

        /** The agency's answer that stands; empty where it has to give one, for the first time or anew, or none any more. */
        static Optional<Word> of(InterventionState state) {
            return switch (state) {
                case PROPOSED, MISSING, DIFFERENT, WITHDRAWN -> Optional.empty();
                case ACCEPTED, PLANNED, DELIVERED, RECEIVED -> Optional.of(ACCEPT);
                case REFUSED -> Optional.of(REFUSE);
                case STOPPED -> Optional.of(STOP);
                case FAILED -> Optional.of(FAIL);
            };
        }
    }
}

package id.tuntas.demo.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What becomes of a family, with the published counts: of the first days, and of all. */
enum DemoOutcome {
    EXTREMELY_POOR(ContactResult.FOUND, Finding.EXTREMELY_POOR, 113, 349),
    POOR(ContactResult.FOUND, Finding.POOR, 394, 4_379),
    NOT_POOR(ContactResult.FOUND, Finding.NOT_POOR, 41, 481),
    NOT_FOUND(ContactResult.NOT_FOUND, null, 1, 85),
    DECEASED(ContactResult.DECEASED, null, 3, 19),
    DUPLICATE(ContactResult.DUPLICATE, null, 0, 1);

    private final ContactResult contact;
    private final @Nullable Finding finding;
    private final int early;
    private final int all;

    DemoOutcome(ContactResult contact, @Nullable Finding finding, int early, int all) {
        this.contact = contact;
        this.finding = finding;
        this.early = early;
        this.all = all;
    }

    ContactResult contact() {
        return contact;
    }

    @Nullable Finding finding() {
        return finding;
    }

    /** Families visited before 3 February. */
    int early() {
        return early;
    }

    /** Families visited from 3 February on. */
    int later() {
        return all - early;
    }

    static int earlyTotal() {
        return Arrays.stream(values()).mapToInt(DemoOutcome::early).sum();
    }
}

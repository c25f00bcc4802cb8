package id.tuntas.rounds;

import id.tuntas.forms.PovertyLine;
import java.time.LocalDate;

/** The regional poverty line from a day on, in rupiah a person a month. */
public record DatedPovertyLine(LocalDate from, long extreme, long poor) {

    public PovertyLine line() {
        return new PovertyLine(extreme, poor);
    }
}

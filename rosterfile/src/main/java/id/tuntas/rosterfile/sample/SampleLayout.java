package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.layout.Layouts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** The lists a sample can look like, each with its own way of writing a date. */
public enum SampleLayout {
    P3KE_2022("p3ke-2022", "dd-MM-uuuu"),
    P3KE_2023("p3ke-2023", "uuuu-MM-dd"),
    DTSEN("dtsen", "uuuu-MM-dd");

    private final String key;
    private final DateTimeFormatter dates;

    SampleLayout(String key, String dates) {
        this.key = key;
        this.dates = DateTimeFormatter.ofPattern(dates);
    }

    public String key() {
        return key;
    }

    public static Optional<SampleLayout> findByKey(String key) {
        return Arrays.stream(values()).filter(layout -> layout.key.equals(key)).findFirst();
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    Layout families() {
        return Layouts.known().get(key + "-families");
    }

    Layout members() {
        return Layouts.known().get(key + "-members");
    }
}

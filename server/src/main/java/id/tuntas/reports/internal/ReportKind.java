package id.tuntas.reports.internal;

import static id.tuntas.reports.internal.ReportFormat.CSV;
import static id.tuntas.reports.internal.ReportFormat.GEOJSON;
import static id.tuntas.reports.internal.ReportFormat.PDF;
import static id.tuntas.reports.internal.ReportFormat.XLSX;
import static id.tuntas.reports.internal.ReportFormat.ZIP;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.access.Verb;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

enum ReportKind {
    /** By name and by address. */
    FAMILY_LIST("familyList", "daftar-keluarga", Verb.CASE_READ, true, EnumSet.of(XLSX, CSV, PDF, GEOJSON)),
    /** To the Minister of Home Affairs. */
    QUARTERLY("quarterly", "laporan-triwulan", Verb.PROGRESS_READ, false, EnumSet.of(PDF, XLSX)),
    /** For the coordination meeting. */
    ONE_PAGE("onePage", "rapat-koordinasi", Verb.PROGRESS_READ, false, EnumSet.of(PDF)),
    AGENCY_LETTERS("agencyLetters", "surat-opd", Verb.INTERVENTION_MANAGE, true, EnumSet.of(ZIP, PDF)),
    VILLAGE_LETTERS("villageLetters", "surat-desa", Verb.CASE_READ, true, EnumSet.of(ZIP, PDF));

    private final String key;
    private final String fileName;
    private final Verb verb;
    private final boolean personal;
    private final Set<ReportFormat> formats;

    ReportKind(String key, String fileName, Verb verb, boolean personal, Set<ReportFormat> formats) {
        this.key = key;
        this.fileName = fileName;
        this.verb = verb;
        this.personal = personal;
        this.formats = formats;
    }

    @JsonValue
    String key() {
        return key;
    }

    String fileName() {
        return fileName;
    }

    Verb verb() {
        return verb;
    }

    /** Whether families stand in it by name, so that it is made for a purpose. */
    boolean personal() {
        return personal;
    }

    boolean in(ReportFormat format) {
        return formats.contains(format);
    }

    /** Whether it speaks of the whole regency, or not at all. */
    boolean ofRegency() {
        return this == QUARTERLY || this == AGENCY_LETTERS;
    }

    /** Whether it can speak of a past day. */
    boolean ofAnyDay() {
        return this == FAMILY_LIST || this == QUARTERLY;
    }

    static Optional<ReportKind> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}

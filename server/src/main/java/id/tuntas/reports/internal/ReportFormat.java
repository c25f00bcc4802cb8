package id.tuntas.reports.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

enum ReportFormat {
    PDF("pdf", "application/pdf"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv;charset=utf-8"),
    /** RFC 7946. */
    GEOJSON("geojson", "application/geo+json"),
    /** One PDF for each addressee. */
    ZIP("zip", "application/zip");

    private final String key;
    private final String mediaType;

    ReportFormat(String key, String mediaType) {
        this.key = key;
        this.mediaType = mediaType;
    }

    /** Also the ending of the file's name. */
    @JsonValue
    String key() {
        return key;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<ReportFormat> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}

package id.tuntas.rosterfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be wrong with a roster. Keys and severities are a contract with every reader of the JSON report.
 *
 * <p>{@link #FILE_UNREADABLE} and {@link #FILE_TOO_LARGE} are no errors of a row: the file is refused whole, which
 * {@link RosterReport#refused()} and exit code 2 say; as a problem they carry the severity that the contract gives them.
 */
public enum ProblemCode {
    NIK_MISSING(Severity.WARNING),
    NIK_LENGTH(Severity.ERROR),
    NIK_NUMERIC_CELL(Severity.ERROR),
    NIK_REGION(Severity.WARNING),
    NIK_BIRTH_DATE(Severity.WARNING),
    NIK_SEX(Severity.WARNING),
    NIK_DUPLICATE(Severity.WARNING),
    FAMILY_ID_MISSING(Severity.ERROR),
    FAMILY_DUPLICATE(Severity.ERROR),
    NAME_MISSING(Severity.ERROR),
    VILLAGE_UNKNOWN(Severity.ERROR),
    VILLAGE_NAME_MISMATCH(Severity.WARNING),
    MEMBER_WITHOUT_FAMILY(Severity.ERROR),
    FAMILY_WITHOUT_MEMBERS(Severity.WARNING),
    HEAD_MISSING(Severity.WARNING),
    HEAD_AMBIGUOUS(Severity.WARNING),
    NO_ADULT(Severity.WARNING),
    DATE_UNREADABLE(Severity.ERROR),
    DATE_AMBIGUOUS(Severity.WARNING),
    DATE_FUTURE(Severity.ERROR),
    CODE_UNKNOWN(Severity.WARNING),
    COLUMN_MISSING(Severity.ERROR),
    COLUMN_AMBIGUOUS(Severity.WARNING),
    SHEET_UNRECOGNISED(Severity.WARNING),
    FILE_UNREADABLE(Severity.WARNING),
    FILE_TOO_LARGE(Severity.WARNING),
    FORMULA_CELL(Severity.WARNING);

    private static final Map<String, ProblemCode> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemCode::key, Function.identity()));

    private final String key;
    private final Severity severity;

    ProblemCode(Severity severity) {
        this.key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.severity = severity;
    }

    public static ProblemCode get(String key) {
        ProblemCode code = BY_KEY.get(key);
        if (code == null) {
            throw new IllegalArgumentException("No problem code " + key);
        }
        return code;
    }

    public String key() {
        return key;
    }

    public Severity severity() {
        return severity;
    }
}

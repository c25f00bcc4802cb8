package id.tuntas.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The built-in form {@code verval}, its nodes and the lists it reads.
 *
 * <p>An officer's own client presets the family by putting the case's number into the one empty {@code <case/>} of the
 * primary instance; ODK Collect lets him choose it. The members are then counted and named from the list.
 */
public final class VervalForm {
    public static final String FORM_ID = "verval";

    /** The entity list; {@code name} is the case's number, {@code evidence} is {@link EvidenceRules#column()}. */
    public static final String FAMILIES_FILE = "families.csv";

    public static final List<String> FAMILIES_COLUMNS = List.of(
            "name",
            "label",
            "head_name",
            "address",
            "hamlet",
            "village",
            "district",
            "member_count",
            "attempts_required",
            "evidence",
            "last_result",
            "__version");

    /** One row a person; {@code ordinal} counts from 1 within a family, {@code relationship} and {@code sex} are codes. */
    public static final String MEMBERS_FILE = "members.csv";

    public static final List<String> MEMBERS_COLUMNS =
            List.of("name", "label", "family", "ordinal", "member_id", "relationship", "age", "sex");

    static final String CASE = "/data/case";
    static final String FAMILY = "/data/family/";
    static final String CONTACT = "/data/contact/";
    static final String ATTEMPT = "/data/attempt";
    static final String MEMBER = "/data/members/member";
    static final String NEW_MEMBER = "/data/members/new_member";
    static final String HEAD_NOW = "/data/members/more/head_now";
    static final String LIVELIHOOD = "/data/livelihood/";
    static final String HOUSING = "/data/housing/";
    static final String UTILITIES = "/data/utilities/";
    static final String BELONGINGS = "/data/belongings/";
    static final String AID_YEAR = "/data/aid_year";
    static final String DOCUMENTS = "/data/documents/";
    static final String PLACE = "/data/place/";
    static final String PHOTOS = "/data/photos/";
    static final String CLOSING = "/data/closing/";

    private VervalForm() {}

    /** The version this release carries; rounds may use later ones that keep the nodes. */
    public static FormDefinition definition() {
        return Loaded.FORM;
    }

    /** The form as this release carries it; cheap, nothing is checked. */
    public static byte[] xml() {
        try (InputStream in = VervalForm.class.getResourceAsStream("/forms/verval.xml")) {
            if (in == null) {
                throw new IllegalStateException("forms/verval.xml is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Loaded {
        private static final FormDefinition FORM = load();

        private static FormDefinition load() {
            return switch (FormReader.read(xml(), Map.of())) {
                case FormReading.Readable readable -> readable.form();
                case FormReading.Unreadable unreadable ->
                    throw new IllegalStateException(unreadable.problems().toString());
            };
        }
    }
}

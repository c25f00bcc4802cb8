package id.tuntas.citizens.internal;

import id.tuntas.citizens.NewPetition;
import id.tuntas.citizens.PetitionKind;
import id.tuntas.platform.PlainText;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a citizen's page sends, and tells of all that is wrong with it at once. */
final class PetitionForm {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_PLACE = 300;
    static final int LONGEST_REASON = 2000;

    private static final Pattern PERSON_NUMBER =
            Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}[\\p{P}\\p{S}\\p{Z}\\s]*){15}\\p{Nd}(?!\\p{Nd})");
    /** E.164 has no more than 15 digits. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ ().-]{0,2}[0-9]){7,14}");

    private final HttpServletRequest request;
    private final Predicate<String> isVillage;
    private final List<FieldProblem> problems = new ArrayList<>();

    private PetitionForm(HttpServletRequest request, Predicate<String> isVillage) {
        this.request = request;
        this.isVillage = isVillage;
    }

    /** Throws {@link Refusal} 422 naming every field that is missing or cannot be taken. */
    static NewPetition read(HttpServletRequest request, Predicate<String> isVillage) {
        return new PetitionForm(request, isVillage).petition();
    }

    private NewPetition petition() {
        Optional<PetitionKind> kind = PetitionKind.findByKey(text("kind"));
        Optional<UUID> sentId = uuid(text("sentId"));
        String village = text("village");
        String headName = said("headName", LONGEST_NAME);
        String place = said("place", LONGEST_PLACE);
        String reason = said("reason", LONGEST_REASON);
        String phone = phone();
        problem(kind.isEmpty(), "/kind", "unknown");
        problem(sentId.isEmpty(), "/sentId", "malformed");
        problem(!isVillage.test(village), "/village", "unknown");
        problem(!text("truthful").equals("true"), "/truthful", "required");
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new NewPetition(kind.orElseThrow(), sentId.orElseThrow(), village, headName, place, reason, phone, null);
    }

    private String said(String name, int longest) {
        String said = text(name);
        problem(said.isEmpty(), "/" + name, "required");
        if (said.length() > longest) {
            problems.add(new FieldProblem("/" + name, "too-long", List.of(longest)));
        }
        problem(PERSON_NUMBER.matcher(said).find(), "/" + name, "holds-person-number");
        return said;
    }

    private @Nullable String phone() {
        String phone = text("phone");
        problem(!phone.isEmpty() && !PHONE.matcher(phone).matches(), "/phone", "no-phone-number");
        return phone.isEmpty() ? null : phone;
    }

    private String text(String name) {
        String text = request.getParameter(name);
        return text == null ? "" : PlainText.of(text);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void problem(boolean wrong, String pointer, String code) {
        if (wrong) {
            problems.add(new FieldProblem(pointer, code, List.of()));
        }
    }
}

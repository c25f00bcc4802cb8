package id.tuntas.forms;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which photos a round requires for which contact result. A photo of the family card is only asked where the card was
 * shown, one of a part of the house only where that part is poor.
 */
public record EvidenceRules(Map<ContactResult, List<PhotoKind>> required) {

    public EvidenceRules {
        Map<ContactResult, List<PhotoKind>> copy = new EnumMap<>(ContactResult.class);
        required.forEach((result, kinds) -> copy.put(result, List.copyOf(kinds)));
        required = Map.copyOf(copy);
    }

    /** What a new round starts with, and what the form assumes when a family's row says nothing. */
    public static EvidenceRules standard() {
        Map<ContactResult, List<PhotoKind>> rules = new LinkedHashMap<>();
        rules.put(
                ContactResult.FOUND,
                List.of(
                        PhotoKind.HOUSE_FRONT,
                        PhotoKind.INSIDE,
                        PhotoKind.KK_CARD,
                        PhotoKind.ROOF,
                        PhotoKind.FLOOR,
                        PhotoKind.WALL,
                        PhotoKind.TOILET));
        rules.put(ContactResult.MOVED, List.of(PhotoKind.PLACE));
        rules.put(ContactResult.DECEASED, List.of(PhotoKind.PLACE));
        rules.put(ContactResult.NOT_FOUND, List.of(PhotoKind.PLACE));
        rules.put(ContactResult.REFUSED, List.of(PhotoKind.PLACE));
        return new EvidenceRules(rules);
    }

    /** The rules as the form reads them from the column {@code evidence}: {@code found:house_front moved:place}. */
    public String column() {
        return Arrays.stream(ContactResult.values())
                .flatMap(result -> required.getOrDefault(result, List.of()).stream()
                        .map(kind -> result.code() + ":" + kind.code()))
                .collect(Collectors.joining(" "));
    }

    /** The photos this visit had to bring and did not name. */
    public List<PhotoKind> missing(VervalAnswers answers) {
        ContactResult result = answers.contact().result();
        if (result == null) {
            return List.of();
        }
        return required.getOrDefault(result, List.of()).stream()
                .filter(kind -> isAsked(kind, result, answers))
                .filter(kind -> !answers.photos().containsKey(kind))
                .toList();
    }

    private static boolean isAsked(PhotoKind kind, ContactResult result, VervalAnswers answers) {
        if (result != ContactResult.FOUND) {
            return true;
        }
        return switch (kind) {
            case HOUSE_FRONT, INSIDE -> true;
            case KK_CARD -> "shown".equals(answers.kkCard().status());
            case ROOF -> HouseParts.weakRoof(answers.housing());
            case WALL -> HouseParts.weakWall(answers.housing());
            case FLOOR -> HouseParts.weakFloor(answers.housing());
            case TOILET -> HouseParts.weakToilet(answers.housing());
            case PLACE -> false;
        };
    }
}

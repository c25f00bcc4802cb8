package id.tuntas.forms;

import static id.tuntas.forms.VervalForm.AID_YEAR;
import static id.tuntas.forms.VervalForm.ATTEMPT;
import static id.tuntas.forms.VervalForm.BELONGINGS;
import static id.tuntas.forms.VervalForm.CASE;
import static id.tuntas.forms.VervalForm.CLOSING;
import static id.tuntas.forms.VervalForm.CONTACT;
import static id.tuntas.forms.VervalForm.DOCUMENTS;
import static id.tuntas.forms.VervalForm.HEAD_NOW;
import static id.tuntas.forms.VervalForm.HOUSING;
import static id.tuntas.forms.VervalForm.LIVELIHOOD;
import static id.tuntas.forms.VervalForm.MEMBER;
import static id.tuntas.forms.VervalForm.NEW_MEMBER;
import static id.tuntas.forms.VervalForm.PHOTOS;
import static id.tuntas.forms.VervalForm.PLACE;
import static id.tuntas.forms.VervalForm.UTILITIES;

import id.tuntas.forms.Answers.Group;
import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Attempt;
import id.tuntas.forms.VervalAnswers.Contact;
import id.tuntas.forms.VervalAnswers.Header;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.KkCard;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.forms.VervalAnswers.Member;
import id.tuntas.forms.VervalAnswers.Respondent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each node of the verval form means. A value that can't be read as its type is left out, never refused. */
final class VervalMapping {
    /** Beyond it an amount is a slip, and sums could overflow. */
    private static final long MOST_MONEY = 1_000_000_000_000L;

    private final Answers answers;

    VervalMapping(Answers answers) {
        this.answers = answers;
    }

    VervalAnswers read() {
        return new VervalAnswers(
                new Header(
                        answers.version(),
                        answers.instanceId(),
                        answers.deprecatedId(),
                        instant("/data/start"),
                        instant("/data/end"),
                        text("/data/deviceid")),
                text(CASE),
                contact(),
                respondent(),
                members(),
                text(HEAD_NOW),
                livelihood(),
                housing(),
                codes(BELONGINGS + "assets"),
                aid(),
                codes(BELONGINGS + "needs"),
                new KkCard(text(DOCUMENTS + "kk_status"), text(DOCUMENTS + "kk_number")),
                location(),
                text(PLACE + "no_location_reason"),
                photos(),
                text(CLOSING + "signature"),
                text(CLOSING + "note"));
    }

    private Contact contact() {
        List<Attempt> attempts = answers.list(ATTEMPT).stream()
                .map(group -> new Attempt(
                        read(group.find(ATTEMPT + "/on"), LocalDate::parse),
                        group.find(ATTEMPT + "/part_of_day").orElse(null)))
                .toList();
        return new Contact(
                answers.find(CONTACT + "result")
                        .flatMap(ContactResult::findByCode)
                        .orElse(null),
                number(CONTACT + "attempts"),
                attempts,
                text(CONTACT + "informant"),
                text(CONTACT + "moved_to"),
                text(CONTACT + "duplicate_of"),
                text(CONTACT + "explanation"));
    }

    private @Nullable Respondent respondent() {
        String name = text(CONTACT + "respondent");
        String consent = text(CONTACT + "consent");
        return name == null && consent == null
                ? null
                : new Respondent(name, consent == null ? null : consent.equals("yes"));
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (Group group : answers.list(MEMBER)) {
            MemberExistence existence = group.find(MEMBER + "/existence")
                    .flatMap(MemberExistence::findByCode)
                    .orElse(null);
            members.add(member(group, MEMBER + "/", existence));
        }
        for (Group group : answers.list(NEW_MEMBER)) {
            members.add(member(group, NEW_MEMBER + "/", MemberExistence.NEW));
        }
        return members;
    }

    private static Member member(Group group, String path, @Nullable MemberExistence existence) {
        Function<String, @Nullable String> text =
                name -> group.find(path + name).orElse(null);
        return new Member(
                text.apply("member_id"),
                text.apply("name"),
                text.apply("nik"),
                text.apply("relationship"),
                text.apply("sex"),
                read(group.find(path + "age"), Integer::valueOf),
                existence,
                text.apply("disability"),
                text.apply("chronic_illness"),
                text.apply("school"),
                text.apply("pregnancy"),
                text.apply("jkn"));
    }

    private Livelihood livelihood() {
        return new Livelihood(
                text(LIVELIHOOD + "head_job"),
                text(LIVELIHOOD + "head_job_status"),
                money(LIVELIHOOD + "income_work"),
                money(LIVELIHOOD + "income_other"),
                money(LIVELIHOOD + "expenditure_food"),
                money(LIVELIHOOD + "expenditure_other"));
    }

    private Housing housing() {
        return new Housing(
                text(HOUSING + "ownership"),
                number(HOUSING + "floor_area"),
                text(HOUSING + "roof"),
                text(HOUSING + "roof_quality"),
                text(HOUSING + "wall"),
                text(HOUSING + "wall_quality"),
                text(HOUSING + "floor"),
                text(HOUSING + "floor_quality"),
                text(UTILITIES + "toilet"),
                text(UTILITIES + "water"),
                text(UTILITIES + "light"),
                text(UTILITIES + "power"),
                text(UTILITIES + "cooking"),
                text("/data/documents/land"));
    }

    private List<Aid> aid() {
        return codes(BELONGINGS + "aid").stream()
                .filter(programme -> !programme.equals("none"))
                .map(programme -> new Aid(programme, aidYear(programme)))
                .toList();
    }

    private @Nullable Integer aidYear(String programme) {
        return answers.list(AID_YEAR).stream()
                .filter(group -> group.find(AID_YEAR + "/programme")
                        .filter(programme::equals)
                        .isPresent())
                .findFirst()
                .map(group -> read(group.find(AID_YEAR + "/year"), Integer::valueOf))
                .orElse(null);
    }

    private @Nullable Location location() {
        return read(answers.find(PLACE + "location"), value -> {
            String[] parts = value.split("\\s+");
            double latitude = Double.parseDouble(parts[0]);
            double longitude = Double.parseDouble(parts[1]);
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
                throw new NumberFormatException(value);
            }
            return new Location(
                    latitude,
                    longitude,
                    parts.length > 2 ? Double.valueOf(parts[2]) : null,
                    parts.length > 3 ? Double.valueOf(parts[3]) : null);
        });
    }

    private Map<PhotoKind, String> photos() {
        Map<PhotoKind, String> photos = new EnumMap<>(PhotoKind.class);
        for (PhotoKind kind : PhotoKind.values()) {
            answers.find(PHOTOS + kind.code()).ifPresent(name -> photos.put(kind, name));
        }
        return photos;
    }

    private List<String> codes(String path) {
        return answers.find(path).map(value -> List.of(value.split("\\s+"))).orElse(List.of());
    }

    private @Nullable String text(String path) {
        return answers.find(path).orElse(null);
    }

    private @Nullable Integer number(String path) {
        return read(answers.find(path), Integer::valueOf);
    }

    private @Nullable Long money(String path) {
        Long amount = read(answers.find(path), Long::valueOf);
        return amount == null || amount < 0 || amount > MOST_MONEY ? null : amount;
    }

    private @Nullable Instant instant(String path) {
        return read(answers.find(path), value -> OffsetDateTime.parse(value).toInstant());
    }

    private static <T> @Nullable T read(Optional<String> value, Function<String, T> parse) {
        try {
            return value.map(parse).orElse(null);
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            return null;
        }
    }
}

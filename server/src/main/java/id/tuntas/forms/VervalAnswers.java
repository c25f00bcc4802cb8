package id.tuntas.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one filled {@code verval} form, typed. What the officer left out, or what cannot be read as its type,
 * is null: nothing that was sent is refused for its content, and the submission check names what is wrong.
 *
 * <p>Codes (roof, water, needs ...) are the form's choices.
 */
public record VervalAnswers(
        Header header,
        @Nullable String caseNumber,
        Contact contact,
        @Nullable Respondent respondent,
        List<Member> members,
        @Nullable String headNow,
        Livelihood livelihood,
        Housing housing,
        List<String> assets,
        List<Aid> aid,
        List<String> needs,
        KkCard kkCard,
        @Nullable Location location,
        @Nullable String noLocationReason,
        Map<PhotoKind, String> photos,
        @Nullable String signature,
        @Nullable String note) {

    public VervalAnswers {
        members = List.copyOf(members);
        assets = List.copyOf(assets);
        aid = List.copyOf(aid);
        needs = List.copyOf(needs);
        photos = Map.copyOf(photos);
    }

    /** Reads the answers of a submission of the form {@code verval}. */
    public static VervalAnswers of(Answers answers) {
        return new VervalMapping(answers).read();
    }

    /** Reads a submission of the form {@code verval}. */
    public static VervalAnswers read(byte[] submission) {
        return of(Answers.read(submission, VervalForm.definition().repeats()));
    }

    /** The submission itself; the times are the device's and may be wrong. */
    public record Header(
            @Nullable String formVersion,
            @Nullable String instanceId,
            @Nullable String deprecatedId,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String deviceId) {}

    /** What was met at the address. {@code attempts} counts all goes at this address, today's included. */
    public record Contact(
            @Nullable ContactResult result,
            @Nullable Integer attempts,
            List<Attempt> attemptList,
            @Nullable String informant,
            @Nullable String movedTo,
            @Nullable String duplicateOf,
            @Nullable String explanation) {
        public Contact {
            attemptList = List.copyOf(attemptList);
        }

        /** "Not found" said before the round's number of visits. */
        public boolean isTooEarly(int attemptsRequired) {
            return result == ContactResult.NOT_FOUND && (attempts == null || attempts < attemptsRequired);
        }
    }

    public record Attempt(@Nullable LocalDate on, @Nullable String partOfDay) {}

    public record Respondent(
            @Nullable String name, @Nullable Boolean consent) {}

    /** A listed member carries the roster's {@code memberId}; a new one has none. */
    public record Member(
            @Nullable String memberId,
            @Nullable String name,
            @Nullable String nik,
            @Nullable String relationship,
            @Nullable String sex,
            @Nullable Integer age,
            @Nullable MemberExistence existence,
            @Nullable String disability,
            @Nullable String chronicIllness,
            @Nullable String school,
            @Nullable String pregnancy,
            @Nullable String jkn) {}

    /** Work of the head; money in whole rupiah a month. */
    public record Livelihood(
            @Nullable String headJob,
            @Nullable String headJobStatus,
            @Nullable Long incomeWork,
            @Nullable Long incomeOther,
            @Nullable Long expenditureFood,
            @Nullable Long expenditureOther) {

        public Optional<Long> income() {
            return sum(incomeWork, incomeOther);
        }

        /** Empty when neither part was answered. */
        public Optional<Long> expenditure() {
            return sum(expenditureFood, expenditureOther);
        }

        private static Optional<Long> sum(@Nullable Long one, @Nullable Long other) {
            if (one == null && other == null) {
                return Optional.empty();
            }
            return Optional.of((one == null ? 0 : one) + (other == null ? 0 : other));
        }
    }

    /** {@code land} is certificate, letter, unproven or others, and asked where the house is the family's own. */
    public record Housing(
            @Nullable String ownership,
            @Nullable Integer floorArea,
            @Nullable String roof,
            @Nullable String roofQuality,
            @Nullable String wall,
            @Nullable String wallQuality,
            @Nullable String floor,
            @Nullable String floorQuality,
            @Nullable String toilet,
            @Nullable String water,
            @Nullable String light,
            @Nullable String power,
            @Nullable String cooking,
            @Nullable String land) {}

    public record Aid(String programme, @Nullable Integer year) {}

    /** {@code status} is shown, not_at_hand or none. */
    public record KkCard(@Nullable String status, @Nullable String number) {}

    /** WGS 84 degrees; accuracy in metres as the device estimated it. */
    public record Location(
            double latitude,
            double longitude,
            @Nullable Double altitude,
            @Nullable Double accuracy) {}

    /** The people the family's expenditure is shared by, new members included. */
    public int membersHere() {
        return (int) members.stream()
                .filter(member ->
                        member.existence() != null && member.existence().livesHere())
                .count();
    }
}

package id.tuntas.deliberation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.MeetingSheet.Part;
import id.tuntas.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckingASheetTest {

    private static final LocalDate OPENS = LocalDate.of(2023, 2, 1);
    private static final LocalDate TODAY = LocalDate.of(2023, 2, 20);

    @ParameterizedTest
    @CsvSource({"2023-02-01, ", "2023-02-20, ", "2023-01-31, meeting-day-early", "2023-02-21, meeting-day-late"})
    void aMeetingIsHeldBetweenTheRoundsOpeningAndToday(LocalDate day, @Nullable String code) {
        MeetingSheet sheet = sheet(day, Part.GOVERNMENT, Part.COUNCIL, Part.HAMLET_HEADS);

        assertThat(problems(sheet, "desa")).isEqualTo(code == null ? List.of() : List.of("/heldOn " + code));
    }

    @Test
    void aVillageHasACouncilThatMustComeAndAnUrbanOneHasNone() {
        MeetingSheet without = sheet(TODAY, Part.GOVERNMENT, Part.HAMLET_HEADS);

        assertThat(problems(without, "desa")).containsExactly("/attendance/council required");
        assertThatCode(() -> SheetCheck.requireComplete(without, "kelurahan", OPENS, null, TODAY))
                .doesNotThrowAnyException();
    }

    private static List<String> problems(MeetingSheet sheet, String kind) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> SheetCheck.requireComplete(sheet, kind, OPENS, null, TODAY));
        return Stream.ofNullable(refusal)
                .flatMap(one -> one.fields().stream())
                .map(one -> one.pointer() + " " + one.code())
                .toList();
    }

    private static MeetingSheet sheet(LocalDate day, Part... came) {
        return new MeetingSheet(
                day,
                null,
                "Balai Desa",
                "I Nyoman Contoh",
                "Komang Contoh",
                "Ani Contoh",
                Stream.of(came).collect(Collectors.toMap(part -> part, part -> List.of("Ketut Contoh"))),
                List.of());
    }
}

package id.tuntas.rosterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check of some files found, with the rows it let in. The day is 3 February 2023. */
public record Checked(
        RosterReport report, List<RosterProblem> problems, List<FamilyRow> families, List<MemberRow> members) {

    public static final LocalDate TODAY = LocalDate.of(2023, 2, 3);

    public static Checked files(Path... files) throws IOException {
        return by(RosterCheck.of(RegionReference.buleleng(), TODAY), files);
    }

    public static Checked by(RosterCheck check, Path... files) throws IOException {
        List<RosterProblem> problems = new ArrayList<>();
        List<FamilyRow> families = new ArrayList<>();
        List<MemberRow> members = new ArrayList<>();
        RosterReport report = check.run(
                Arrays.stream(files).map(RosterFile::of).toList(),
                new RowSink() {
                    @Override
                    public void family(FamilyRow family) {
                        families.add(family);
                    }

                    @Override
                    public void member(MemberRow member) {
                        members.add(member);
                    }
                },
                problems::add);
        return new Checked(report, problems, families, members);
    }

    public List<ProblemCode> codes() {
        return problems.stream().map(RosterProblem::code).toList();
    }

    /** The only problem that was found. */
    public Found findsOnly(ProblemCode code) {
        assertThat(codes()).containsExactly(code);
        return new Found(problems.getFirst());
    }

    /** A problem among others. */
    public Found finds(ProblemCode code) {
        assertThat(codes()).contains(code);
        return new Found(problems.stream()
                .filter(problem -> problem.code() == code)
                .findFirst()
                .orElseThrow());
    }

    public Checked letsIn(int expectedFamilies, int expectedMembers) {
        assertThat(families).hasSize(expectedFamilies);
        assertThat(members).hasSize(expectedMembers);
        assertThat(report.acceptedFamilies()).isEqualTo(expectedFamilies);
        assertThat(report.acceptedMembers()).isEqualTo(expectedMembers);
        return this;
    }

    /** The only family that was let in. */
    public FamilyRow family() {
        assertThat(families).hasSize(1);
        return families.getFirst();
    }

    public record Found(RosterProblem problem) {

        public Found error() {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            return this;
        }

        public Found warning() {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            return this;
        }

        /** As the workbook shows it: {@code Keluarga!F2}; {@code F2} where the file has no sheets, {@code Keluarga!2} for a row. */
        public Found at(String place) {
            String sheet = problem.sheet() == null ? "" : problem.sheet() + "!";
            String column = problem.column() == null ? "" : problem.column();
            assertThat(sheet + column + (problem.row() == null ? "" : problem.row()))
                    .isEqualTo(place);
            return this;
        }

        public Found value(@Nullable String value) {
            assertThat(problem.value()).isEqualTo(value);
            return this;
        }

        public Found related(String related) {
            assertThat(problem.related()).isEqualTo(related);
            return this;
        }

        /** What to do about it, as a person reads it. */
        public Found mend(String indonesian, String english) {
            ProblemTexts id = ProblemTexts.in(Locale.of("id"));
            ProblemTexts en = ProblemTexts.in(Locale.ENGLISH);
            assertThat(id.mend(problem)).isEqualTo(indonesian);
            assertThat(en.mend(problem)).isEqualTo(english);
            assertThat(id.message(problem) + en.message(problem)).doesNotContain("{", "null");
            return this;
        }
    }
}

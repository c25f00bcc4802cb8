package id.tuntas.rosterfile.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.RosterFile;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.RowSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MakingUpARosterTest {

    @TempDir
    private Path folder;

    private static RosterReport check(Path file) throws IOException {
        return RosterCheck.of(RegionReference.buleleng(), LocalDate.of(2023, 2, 3))
                .run(List.of(RosterFile.of(file)), RowSink.NONE, problem -> {});
    }

    @ParameterizedTest
    @EnumSource(SampleLayout.class)
    void leavesNothingToComplainAboutInACleanList(SampleLayout layout) throws IOException {
        RosterReport report = check(RosterSample.write(SampleOrder.clean(400, 7, layout), folder));

        assertThat(report.counts()).isEmpty();
        assertThat(report.families()).isEqualTo(400);
        assertThat(report.accepted()).isEqualTo(400);
        assertThat(report.members()).isGreaterThan(400);
    }

    @ParameterizedTest
    @EnumSource(SampleLayout.class)
    void putsEveryKindOfDirtThatTheLayoutHasColumnsForIntoADirtyList(SampleLayout layout) throws IOException {
        SampleOrder order = new SampleOrder(1_000, 7, .1, layout, Map.of());

        RosterReport report = check(RosterSample.write(order, folder));

        assertThat(report.counts().keySet())
                .containsAll(
                        SampleDirt.of(layout).stream().map(SampleDirt::found).toList());
        assertThat(report.families()).isEqualTo(1_000);
        assertThat(report.accepted()).isBetween(900L, 970L);
    }

    @ParameterizedTest
    @EnumSource(SampleLayout.class)
    void givesNobodyInALargeListTheNumberOfAnother(SampleLayout layout) throws IOException {
        SampleOrder order = new SampleOrder(8_000, 7, 0, layout, Map.of("51.08.04", 8_000));

        RosterReport report = check(RosterSample.write(order, folder));

        assertThat(report.counts()).isEmpty();
        assertThat(report.accepted()).isEqualTo(8_000);
    }

    @Test
    void givesTheSameBytesForTheSameSeedAndOthersForAnother() throws IOException {
        byte[] first = Files.readAllBytes(
                RosterSample.write(SampleOrder.clean(50, 7, SampleLayout.P3KE_2022), folder.resolve("a")));
        byte[] again = Files.readAllBytes(
                RosterSample.write(SampleOrder.clean(50, 7, SampleLayout.P3KE_2022), folder.resolve("b")));
        byte[] other = Files.readAllBytes(
                RosterSample.write(SampleOrder.clean(50, 8, SampleLayout.P3KE_2022), folder.resolve("c")));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void numbersFamiliesAndPeopleApartFromAnotherList() throws IOException {
        SampleFamilies demo = new SampleFamilies(SampleOrder.clean(5_314, 5108, SampleLayout.P3KE_2022));
        SampleFamilies more = new SampleFamilies(new SampleOrder(60, 900_001, 7, 0, SampleLayout.P3KE_2022, Map.of()));
        Set<String> known = numbers(demo);

        Set<String> fresh = numbers(more);

        assertThat(fresh).contains("51080000900001", "51080000900060").doesNotContainAnyElementsOf(known);
    }

    private static Set<String> numbers(SampleFamilies families) {
        Set<String> numbers = new HashSet<>();
        while (families.hasNext()) {
            SampleFamily family = families.next();
            numbers.add(family.familyId());
            numbers.add(family.kk());
            family.people().forEach(person -> {
                numbers.add(person.personId());
                numbers.add(person.nik());
            });
        }
        return numbers;
    }

    @Test
    void keepsToTheNumbersOfEachDistrict() throws IOException {
        SampleOrder order = new SampleOrder(30, 7, 0, SampleLayout.P3KE_2022, Map.of("51.08.04", 10, "51.08.09", 20));

        RosterReport report = check(RosterSample.write(order, folder));

        assertThat(report.accepted()).isEqualTo(30);
    }
}

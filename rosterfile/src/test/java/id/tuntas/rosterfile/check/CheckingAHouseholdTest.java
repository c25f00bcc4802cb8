package id.tuntas.rosterfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.RosterBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that need the family list and the member list together. */
class CheckingAHouseholdTest {

    @TempDir
    private Path folder;

    private Checked check(RosterBuilder roster) throws IOException {
        return Checked.files(roster.workbook(folder));
    }

    @Test
    void findsNothingInASoundFamilyWithItsHead() throws IOException {
        Checked checked = check(new RosterBuilder().family().member()).letsIn(1, 1);

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.members().getFirst().relationship()).isEqualTo(Relationship.HEAD);
        assertThat(checked.members().getFirst().familyKey()).isEqualTo(RosterBuilder.FAMILY);
    }

    @Test
    void keepsOutAMemberWhoseFamilyIsNotListed() throws IOException {
        check(new RosterBuilder().family().member().member("ID Keluarga P3KE", "51080000000009", "NIK", ""))
                .letsIn(1, 1)
                .finds(ProblemCode.MEMBER_WITHOUT_FAMILY)
                .error()
                .at("Anggota!A3")
                .value("51080000000009")
                .mend(
                        "Tambahkan keluarganya ke daftar keluarga, atau perbaiki nomornya di baris ini.",
                        "Add the family to the family list, or correct its number in this row.");
    }

    @Test
    void letsAMendedMemberInWhoseFamilyWasLetInBefore() throws IOException {
        Path families = Files.writeString(
                folder.resolve("keluarga.csv"),
                "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alasan ditolak\nK2;5108052001;Made Uji;;NIK\n");
        Path members = Files.writeString(
                folder.resolve("anggota.csv"),
                "ID Keluarga P3KE;Kode Kemdagri;ID Individu;Nama;NIK;Hubungan dengan Kepala Keluarga;Alasan ditolak\n"
                        + "K1;5108052001;P1;Luh Uji;;ANAK;NIK\n");

        Checked checked = Checked.files(families, members).letsIn(1, 1);

        assertThat(checked.members().getFirst().familyKey()).isEqualTo("K1");
    }

    @Test
    void asksForNoFamilyWhereOnlyMembersAreGiven() throws IOException {
        Checked checked = check(new RosterBuilder().member()).letsIn(0, 1);

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.report().families()).isZero();
        assertThat(checked.report().accepted()).isEqualTo(1);
    }

    @Test
    void keepsOutMembersWithTheirFamilyWithoutBlamingThem() throws IOException {
        check(new RosterBuilder().family("Kepala Keluarga", "").member())
                .letsIn(0, 0)
                .findsOnly(ProblemCode.NAME_MISSING)
                .at("Keluarga!E2");
    }

    @Test
    void keepsOutAMemberWithoutFamilyId() throws IOException {
        check(new RosterBuilder().family().member().member("ID Keluarga P3KE", "", "NIK", ""))
                .letsIn(1, 1)
                .finds(ProblemCode.FAMILY_ID_MISSING)
                .at("Anggota!A3");
    }

    @Test
    void warnsOfANikThatTwoMembersShare() throws IOException {
        check(new RosterBuilder()
                        .family()
                        .member()
                        .member("ID Individu", "2", "Hubungan dengan Kepala Keluarga", "ANAK"))
                .letsIn(1, 2)
                .findsOnly(ProblemCode.NIK_DUPLICATE)
                .at("Anggota!E3")
                .related("daftar.xlsx, Anggota, 2");
    }

    @Test
    void warnsOfAFamilyWithoutMembers() throws IOException {
        check(new RosterBuilder()
                        .family()
                        .family("ID Keluarga P3KE", "51080000000002", "NIK", "5108011203800002")
                        .member())
                .letsIn(2, 1)
                .findsOnly(ProblemCode.FAMILY_WITHOUT_MEMBERS)
                .warning()
                .at("Keluarga!3")
                .value(null)
                .mend(
                        "Tambahkan anggotanya; keluarga tetap masuk dan diverifikasi.",
                        "Add its members; the family is let in and verified all the same.");
    }

    @Test
    void saysNothingOfMembersWhenOnlyFamiliesAreGiven() throws IOException {
        assertThat(check(new RosterBuilder().family()).problems()).isEmpty();
    }

    @Test
    void warnsOfAFamilyWithoutHead() throws IOException {
        check(new RosterBuilder().family().member("Hubungan dengan Kepala Keluarga", "ANAK"))
                .letsIn(1, 1)
                .findsOnly(ProblemCode.HEAD_MISSING)
                .warning()
                .at("Keluarga!2")
                .mend("Tandai satu anggota sebagai KEPALA KELUARGA.", "Mark one member as KEPALA KELUARGA.");
    }

    @Test
    void warnsOfAFamilyWithTwoHeads() throws IOException {
        check(new RosterBuilder().family().member().member("ID Individu", "2", "NIK", "5108011203800002"))
                .letsIn(1, 2)
                .findsOnly(ProblemCode.HEAD_AMBIGUOUS)
                .warning()
                .at("Keluarga!2")
                .value("2")
                .mend("Sisakan satu KEPALA KELUARGA.", "Leave one KEPALA KELUARGA.");
    }

    @Test
    void warnsOfAFamilyOfChildren() throws IOException {
        check(new RosterBuilder().family().member("NIK", "5108010402060001", "Tanggal Lahir", "2006-02-04"))
                .letsIn(1, 1)
                .findsOnly(ProblemCode.NO_ADULT)
                .warning()
                .at("Keluarga!2")
                .value("1")
                .mend(
                        "Periksa tanggal lahir, atau tambahkan anggota yang belum terdaftar.",
                        "Check the birth dates, or add members who are not listed.");
    }

    @Test
    void countsAPersonAsAdultFromTheSeventeenthBirthday() throws IOException {
        assertThat(check(new RosterBuilder().family().member("NIK", "5108010302060001", "Tanggal Lahir", "2006-02-03"))
                        .problems())
                .isEmpty();
    }
}

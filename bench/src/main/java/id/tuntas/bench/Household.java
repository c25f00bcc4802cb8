package id.tuntas.bench;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.MemberExistence;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Contact;
import id.tuntas.forms.VervalAnswers.Header;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.KkCard;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.forms.VervalAnswers.Member;
import id.tuntas.forms.VervalAnswers.Respondent;
import id.tuntas.forms.VervalInstance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An invented family of four and the whole form filled for it. */
final class Household {

    private Household() {}

    static NewFamily listed(int number, String village) {
        String head = "I Wayan Contoh " + number;
        return new NewFamily(
                "bench-" + number,
                village,
                head,
                "Jalan Melati " + number,
                "Banjar Dinas Kaja",
                null,
                0,
                List.of(
                        member(1, head, "Kepala Keluarga", "L", 1975),
                        member(2, "Ni Made Contoh " + number, "Istri", "P", 1978),
                        member(3, "Ni Putu Contoh " + number, "Anak", "P", 2009),
                        member(4, "I Kadek Contoh " + number, "Anak", "L", 2013)));
    }

    private static NewMember member(int ordinal, String name, String relationship, String sex, int born) {
        return new NewMember(ordinal, name, null, relationship, sex, LocalDate.of(born, 5, 1));
    }

    static byte[] visited(OfficerFamily listed, String instanceId, String formVersion, boolean photo) {
        FamilyCase family = listed.family();
        Instant now = Instant.now();
        Header header =
                new Header(formVersion, instanceId, null, now.minusSeconds(1_500), now.minusSeconds(60), "bench:1");
        List<Member> members =
                listed.members().stream().map(Household::described).toList();
        VervalAnswers answers = new VervalAnswers(
                header,
                family.number().text(),
                new Contact(ContactResult.FOUND, 1, List.of(), null, null, null, null),
                new Respondent(family.headName(), true),
                members,
                null,
                new Livelihood("farmer", "own_account", 700_000L, 150_000L, 650_000L, 250_000L),
                new Housing(
                        "own",
                        36,
                        "tile",
                        "bad",
                        "bamboo",
                        "bad",
                        "earth",
                        "bad",
                        "shared",
                        "borehole",
                        "pln_metered",
                        "up_to_900",
                        "wood",
                        "letter"),
                List.of("livestock"),
                List.of(new Aid("pkh", 2022), new Aid("sembako", 2021)),
                List.of("toilet"),
                new KkCard("shown", "5108050101010001"),
                new Location(-8.16, 115.09, 210.0, 6.0),
                null,
                photo ? Map.of(PhotoKind.HOUSE_FRONT, Sent.PHOTO_NAME) : Map.of(),
                null,
                "Ditemui di rumah; atap bocor di dua tempat dan dapur masih tanah.");
        return VervalInstance.write(
                answers,
                new VervalInstance.Family(
                        family.headName(), family.address(), family.hamlet(), family.villageCode(), "", members.size()),
                EvidenceRules.standard(),
                BenchServer.ATTEMPTS);
    }

    private static Member described(CaseMember member) {
        boolean child = member.ordinal() > 2;
        return new Member(
                member.id().toString(),
                member.name(),
                null,
                member.ordinal() == 1 ? "head" : member.ordinal() == 2 ? "spouse" : "child",
                "P".equals(member.sex()) ? "female" : "male",
                child ? 10 : 45,
                MemberExistence.HERE,
                "none",
                "none",
                child ? "in_school" : null,
                null,
                "none");
    }
}

package id.tuntas.forms;

import id.tuntas.forms.VervalAnswers.Aid;
import id.tuntas.forms.VervalAnswers.Attempt;
import id.tuntas.forms.VervalAnswers.Contact;
import id.tuntas.forms.VervalAnswers.Header;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalAnswers.Member;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a submission of the form {@code verval}, as a client would send it; {@link VervalAnswers#read} reads it back. */
public final class VervalInstance {

    /** What the form shows of the family, read from the roster's list. */
    public record Family(
            String headName, String address, String hamlet, String village, String district, int memberCount) {}

    /** Buleleng keeps Central Indonesian Time, WITA. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneId.of("Asia/Makassar"));

    private static final XMLOutputFactory STAX = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private VervalInstance(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] write(VervalAnswers answers, Family family, EvidenceRules rules, int attemptsRequired) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try {
            XMLStreamWriter xml = STAX.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new VervalInstance(xml).document(answers, family, rules, attemptsRequired);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void document(VervalAnswers answers, Family family, EvidenceRules rules, int attemptsRequired)
            throws XMLStreamException {
        Header header = answers.header();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("data");
        xml.writeAttribute("id", VervalForm.FORM_ID);
        if (header.formVersion() != null) {
            xml.writeAttribute("version", header.formVersion());
        }
        leaf("start", time(header.start()));
        leaf("end", time(header.end()));
        leaf(
                "today",
                header.start() == null ? null : TIME.format(header.start()).substring(0, 10));
        leaf("deviceid", header.deviceId());
        leaf("preset", answers.caseNumber());
        leaf("case", answers.caseNumber());
        family(family);
        contact(answers, rules, attemptsRequired);
        members(answers);
        livelihood(answers.livelihood());
        housing(answers.housing());
        belongings(answers);
        documents(answers);
        closing(answers);
        meta(answers, family);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void family(Family family) throws XMLStreamException {
        xml.writeStartElement("family");
        leaf("head_name", family.headName());
        leaf("address", family.address());
        leaf("hamlet", family.hamlet());
        leaf("village", family.village());
        leaf("district", family.district());
        leaf("member_count", family.memberCount());
        xml.writeEndElement();
    }

    private void contact(VervalAnswers answers, EvidenceRules rules, int attemptsRequired) throws XMLStreamException {
        Contact contact = answers.contact();
        xml.writeStartElement("contact");
        leaf("attempts_required", attemptsRequired);
        leaf("evidence", rules.column());
        leaf("attempts", contact.attempts());
        leaf("result", contact.result() == null ? null : contact.result().code());
        leaf("informant", contact.informant());
        leaf("moved_to", contact.movedTo());
        leaf("duplicate_of", contact.duplicateOf());
        leaf("explanation", contact.explanation());
        if (answers.respondent() != null) {
            Boolean consent = answers.respondent().consent();
            leaf("respondent", answers.respondent().name());
            leaf("consent", consent == null ? null : consent ? "yes" : "no");
        }
        xml.writeEndElement();
        int number = 0;
        for (Attempt attempt : contact.attemptList()) {
            xml.writeStartElement("attempt");
            leaf("number", ++number);
            leaf("on", attempt.on());
            leaf("part_of_day", attempt.partOfDay());
            xml.writeEndElement();
        }
    }

    private void members(VervalAnswers answers) throws XMLStreamException {
        List<Member> listed = answers.members().stream()
                .filter(member -> member.existence() != MemberExistence.NEW)
                .toList();
        List<Member> added = answers.members().stream()
                .filter(member -> member.existence() == MemberExistence.NEW)
                .toList();
        if (answers.members().isEmpty()) {
            return;
        }
        xml.writeStartElement("members");
        leaf("listed_count", listed.size());
        leaf("here_count", answers.membersHere());
        int ordinal = 0;
        for (Member member : listed) {
            xml.writeStartElement("member");
            leaf("ordinal", ++ordinal);
            leaf("member_id", member.memberId());
            leaf("name", member.name());
            leaf("relationship", member.relationship());
            leaf("age", member.age());
            leaf("sex", member.sex());
            leaf(
                    "existence",
                    member.existence() == null ? null : member.existence().code());
            condition(member);
            xml.writeEndElement();
        }
        xml.writeStartElement("more");
        leaf("head_now", answers.headNow());
        leaf("new_count", added.size());
        xml.writeEndElement();
        for (Member member : added) {
            xml.writeStartElement("new_member");
            leaf("name", member.name());
            leaf("nik", member.nik());
            leaf("relationship", member.relationship());
            leaf("sex", member.sex());
            leaf("age", member.age());
            condition(member);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void condition(Member member) throws XMLStreamException {
        leaf("disability", member.disability());
        leaf("chronic_illness", member.chronicIllness());
        leaf("school", member.school());
        leaf("pregnancy", member.pregnancy());
        leaf("jkn", member.jkn());
    }

    private void livelihood(Livelihood livelihood) throws XMLStreamException {
        xml.writeStartElement("livelihood");
        leaf("head_job", livelihood.headJob());
        leaf("head_job_status", livelihood.headJobStatus());
        leaf("income_work", livelihood.incomeWork());
        leaf("income_other", livelihood.incomeOther());
        leaf("expenditure_food", livelihood.expenditureFood());
        leaf("expenditure_other", livelihood.expenditureOther());
        leaf("expenditure_total", livelihood.expenditure().orElse(null));
        xml.writeEndElement();
    }

    private void housing(Housing housing) throws XMLStreamException {
        xml.writeStartElement("housing");
        leaf("ownership", housing.ownership());
        leaf("floor_area", housing.floorArea());
        leaf("roof", housing.roof());
        leaf("roof_quality", housing.roofQuality());
        leaf("wall", housing.wall());
        leaf("wall_quality", housing.wallQuality());
        leaf("floor", housing.floor());
        leaf("floor_quality", housing.floorQuality());
        xml.writeEndElement();
        xml.writeStartElement("utilities");
        leaf("toilet", housing.toilet());
        leaf("water", housing.water());
        leaf("light", housing.light());
        leaf("power", housing.power());
        leaf("cooking", housing.cooking());
        xml.writeEndElement();
    }

    private void belongings(VervalAnswers answers) throws XMLStreamException {
        boolean found = answers.contact().result() == ContactResult.FOUND;
        String aid = answers.aid().stream().map(Aid::programme).collect(Collectors.joining(" "));
        xml.writeStartElement("belongings");
        leaf("assets", String.join(" ", answers.assets()));
        leaf("aid", aid.isEmpty() && found ? "none" : aid);
        leaf("aid_count", answers.aid().size());
        leaf("needs", String.join(" ", answers.needs()));
        xml.writeEndElement();
        for (Aid received : answers.aid()) {
            xml.writeStartElement("aid_year");
            leaf("programme", received.programme());
            leaf("year", received.year());
            xml.writeEndElement();
        }
    }

    private void documents(VervalAnswers answers) throws XMLStreamException {
        xml.writeStartElement("documents");
        leaf("kk_status", answers.kkCard().status());
        leaf("kk_number", answers.kkCard().number());
        leaf("land", answers.housing().land());
        xml.writeEndElement();
        xml.writeStartElement("place");
        var location = answers.location();
        leaf(
                "location",
                location == null
                        ? null
                        : location.latitude() + " " + location.longitude() + " " + orZero(location.altitude()) + " "
                                + orZero(location.accuracy()));
        leaf("no_location_reason", answers.noLocationReason());
        xml.writeEndElement();
        xml.writeStartElement("photos");
        for (PhotoKind kind : PhotoKind.values()) {
            leaf(kind.code(), answers.photos().get(kind));
        }
        xml.writeEndElement();
    }

    private void closing(VervalAnswers answers) throws XMLStreamException {
        xml.writeStartElement("closing");
        leaf("signature", answers.signature());
        leaf("note", answers.note());
        xml.writeEndElement();
    }

    private void meta(VervalAnswers answers, Family family) throws XMLStreamException {
        xml.writeStartElement("meta");
        leaf("instanceID", answers.header().instanceId());
        leaf("deprecatedID", answers.header().deprecatedId());
        leaf("instanceName", answers.caseNumber() + " " + family.headName());
        xml.writeEmptyElement("entity");
        xml.writeAttribute("dataset", "families");
        xml.writeAttribute("id", String.valueOf(answers.caseNumber()));
        xml.writeAttribute("update", "1");
        xml.writeAttribute("baseVersion", "1");
        xml.writeEndElement();
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    /** An answer that was not given is left out, as ODK's clients do. */
    private void leaf(String name, @Nullable Object value) throws XMLStreamException {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }
}

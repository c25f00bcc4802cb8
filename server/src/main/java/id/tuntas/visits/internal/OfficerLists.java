package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.forms.FormFile;
import id.tuntas.forms.Forms;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.Revisit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists that the form reads: an officer's own families and their members, of which no indicator of the roster ever leaves, and those that came with it. */
@Component
class OfficerLists {

    private final Forms forms;
    private final Cases cases;
    private final RevisitStore revisits;
    private final Rounds rounds;
    private final Regions regions;
    private final BusinessClock clock;

    OfficerLists(Forms forms, Cases cases, RevisitStore revisits, Rounds rounds, Regions regions, BusinessClock clock) {
        this.forms = forms;
        this.cases = cases;
        this.revisits = revisits;
        this.rounds = rounds;
        this.regions = regions;
        this.clock = clock;
    }

    /** His own families, and those that he was asked to visit once more. */
    List<OfficerFamily> families(Actor officer) {
        String regency = officer.regencyCode();
        Map<UUID, OfficerFamily> families = new LinkedHashMap<>();
        cases.familiesOf(regency, officer.id())
                .forEach(family -> families.put(family.family().id(), family));
        List<UUID> again = revisits.openFor(regency, officer.id()).stream()
                .map(Revisit::caseId)
                .toList();
        cases.families(regency, again)
                .forEach(family -> families.putIfAbsent(family.family().id(), family));
        return List.copyOf(families.values());
    }

    /** One of the officer's lists, else one that came with the form; empty for a file that is neither. */
    Optional<FormFile> file(Actor officer, String formId, String version, String name) {
        return switch (name) {
            case VervalForm.FAMILIES_FILE -> Optional.of(FormFile.of(families(officer, families(officer))));
            case VervalForm.MEMBERS_FILE -> Optional.of(FormFile.of(members(families(officer))));
            default -> forms.file(officer.regencyCode(), formId, version, name);
        };
    }

    private byte[] families(Actor officer, List<OfficerFamily> families) {
        Map<UUID, Optional<Round>> known = new HashMap<>();
        return csv(
                VervalForm.FAMILIES_COLUMNS,
                families.stream()
                        .map(family -> row(
                                family,
                                known.computeIfAbsent(
                                        family.family().roundId(), id -> rounds.find(officer.regencyCode(), id))))
                        .toList());
    }

    private List<@Nullable Object> row(OfficerFamily listed, Optional<Round> round) {
        FamilyCase family = listed.family();
        return Arrays.asList(
                family.number().text(),
                family.headName() + " (" + family.number().text() + ")",
                family.headName(),
                family.address(),
                family.hamlet(),
                regions.name(family.villageCode()),
                regions.name(family.districtCode()),
                listed.members().size(),
                round.map(Round::attemptsBeforeNotFound).orElse(null),
                round.map(found -> found.evidence().column()).orElse(null),
                family.contact() == null ? null : family.contact().code(),
                family.version());
    }

    private byte[] members(List<OfficerFamily> families) {
        LocalDate today = clock.today();
        return csv(
                VervalForm.MEMBERS_COLUMNS,
                families.stream()
                        .flatMap(family -> rows(family, today).stream())
                        .toList());
    }

    private static List<List<@Nullable Object>> rows(OfficerFamily listed, LocalDate today) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int ordinal = 0;
        for (CaseMember member : listed.members()) {
            ordinal++;
            rows.add(Arrays.asList(
                    listed.family().number().text() + "-" + ordinal,
                    member.name(),
                    listed.family().number().text(),
                    ordinal,
                    member.id(),
                    relationship(member.relationship()),
                    member.ageOn(today),
                    sex(member.sex())));
        }
        return rows;
    }

    /** The form's choice for a roster's word; the rosters write Kepala Keluarga, Istri, Suami, ISTRI/SUAMI, Anak, Lainnya. */
    static @Nullable String relationship(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("head") || lower.startsWith("kepala")) {
            return "head";
        }
        if (lower.equals("spouse") || lower.startsWith("istri") || lower.startsWith("suami")) {
            return "spouse";
        }
        return lower.equals("child") || lower.equals("anak") || lower.equals("anak kandung") ? "child" : "other";
    }

    static @Nullable String sex(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("l") || lower.equals("male") || lower.equals("m")) {
            return "male";
        }
        return lower.startsWith("p") || lower.startsWith("f") ? "female" : null;
    }

    /** RFC 4180. */
    private static byte[] csv(List<String> columns, List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", columns)).append("\r\n");
        for (List<@Nullable Object> row : rows) {
            text.append(row.stream().map(OfficerLists::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

package id.tuntas.programmes.internal;

import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.programmes.NewProgramme;
import id.tuntas.programmes.Quota;
import id.tuntas.regions.Regions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What keeps a programme from being kept, apart from its rule. */
@Component
class ProgrammeCheck {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,19}");
    private static final int LONGEST = 120;
    private static final long MOST_RUPIAH = 1_000_000_000_000L;
    private static final int MOST_UNITS = 10_000_000;
    private static final int MOST_QUOTAS = 2_000;

    private final Regions regions;

    ProgrammeCheck(Regions regions) {
        this.regions = regions;
    }

    /** @param others codes of the programmes there are */
    List<FieldProblem> problemsOf(String regencyCode, NewProgramme programme, Set<String> others) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!CODE.matcher(programme.code()).matches()) {
            problems.add(problem("/code", "programme-code"));
        }
        text("/name", programme.name(), problems);
        text("/agency", programme.agency(), problems);
        if (programme.pillar() < 1 || programme.pillar() > 3) {
            problems.add(problem("/pillar", "out-of-range"));
        }
        if (programme.amount() != null && (programme.amount() < 1 || programme.amount() > MOST_RUPIAH)) {
            problems.add(problem("/amount", "out-of-range"));
        }
        for (String code : programme.notWith()) {
            if (!others.contains(code) || code.equals(programme.code())) {
                problems.add(problem("/notWith", "unknown"));
            }
        }
        problems.addAll(problemsOf(regencyCode, programme.quotas()));
        return problems;
    }

    private List<FieldProblem> problemsOf(String regencyCode, List<Quota> quotas) {
        List<FieldProblem> problems = new ArrayList<>();
        if (quotas.size() > MOST_QUOTAS) {
            problems.add(problem("/quotas", "out-of-range"));
            return problems;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < quotas.size(); i++) {
            Quota quota = quotas.get(i);
            String pointer = "/quotas/" + i;
            boolean ours = quota.area().equals(regencyCode) || quota.area().startsWith(regencyCode + ".");
            if (!ours || regions.find(quota.area()).isEmpty()) {
                problems.add(problem(pointer + "/area", "unknown"));
            }
            if (quota.year() < 2000 || quota.year() > 2100) {
                problems.add(problem(pointer + "/year", "out-of-range"));
            }
            Integer units = quota.units();
            Long rupiah = quota.rupiah();
            if (units == null && rupiah == null) {
                problems.add(problem(pointer, "required"));
            }
            if (units != null && (units < 0 || units > MOST_UNITS)) {
                problems.add(problem(pointer + "/units", "out-of-range"));
            }
            if (rupiah != null && (rupiah < 0 || rupiah > MOST_RUPIAH)) {
                problems.add(problem(pointer + "/rupiah", "out-of-range"));
            }
            if (!seen.add(quota.year() + " " + quota.area())) {
                problems.add(problem(pointer, "taken"));
            }
        }
        return problems;
    }

    private static void text(String pointer, String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            problems.add(problem(pointer, "required"));
        } else if (text.length() > LONGEST) {
            problems.add(new FieldProblem(pointer, "too-long", List.of(LONGEST)));
        }
    }

    private static FieldProblem problem(String pointer, String code) {
        return new FieldProblem(pointer, code, List.of());
    }
}

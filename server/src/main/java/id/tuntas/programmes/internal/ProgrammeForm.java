package id.tuntas.programmes.internal;

import id.tuntas.forms.Words;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.NewProgramme;
import id.tuntas.programmes.Quota;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.Rule.Condition;
import id.tuntas.programmes.Rule.Document;
import id.tuntas.programmes.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A programme as a page sends it. */
record ProgrammeForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable Integer pillar,
        @Nullable String agency,
        @Nullable String funding,
        @Nullable String unit,
        @Nullable Long amount,
        @Nullable List<String> needs,
        @Nullable List<String> notWith,
        @Nullable Boolean active,
        @Nullable RuleForm rule,
        @Nullable List<QuotaForm> quotas) {

    record WordsForm(@Nullable String id, @Nullable String en) {

        /** Without English the Indonesian stands for both. */
        Words words() {
            String indonesian = id == null ? "" : id.strip();
            return new Words(indonesian, en == null || en.isBlank() ? indonesian : en.strip());
        }
    }

    record LineForm(@Nullable WordsForm text, @Nullable String expression) {

        Words words() {
            return text == null ? Words.same("") : text.words();
        }

        @Nullable String asked() {
            return expression == null || expression.isBlank() ? null : expression.strip();
        }
    }

    record RuleForm(
            @Nullable List<LineForm> conditions, @Nullable List<LineForm> documents) {

        Rule rule() {
            return new Rule(
                    lines(conditions).stream()
                            .map(line -> new Condition(line.words(), line.asked() == null ? "" : line.asked()))
                            .toList(),
                    lines(documents).stream()
                            .map(line -> new Document(line.words(), line.asked()))
                            .toList());
        }

        private static List<LineForm> lines(@Nullable List<LineForm> given) {
            return given == null ? List.of() : given;
        }
    }

    record QuotaForm(
            @Nullable Integer year,
            @Nullable String area,
            @Nullable Integer units,
            @Nullable Long rupiah) {}

    /** Throws {@link Refusal} 422 naming every field that is missing or cannot be read. */
    NewProgramme toProgramme() {
        List<FieldProblem> problems = new ArrayList<>();
        Funding paid = known("/funding", funding == null ? Optional.empty() : Funding.findByKey(funding), problems);
        Unit counted = known("/unit", unit == null ? Optional.empty() : Unit.findByKey(unit), problems);
        Set<Need> served = needs(problems);
        List<Quota> shares = quotas(problems);
        if (pillar == null) {
            problems.add(new FieldProblem("/pillar", "required", List.of()));
        }
        if (paid == null || counted == null || pillar == null || !problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new NewProgramme(
                code == null ? "" : code.strip(),
                name == null ? "" : name.strip(),
                pillar,
                agency == null ? "" : agency.strip(),
                paid,
                counted,
                amount,
                served,
                notWith == null ? Set.of() : new TreeSet<>(notWith),
                active == null || active,
                rule == null ? new Rule(List.of(), List.of()) : rule.rule(),
                shares);
    }

    private Set<Need> needs(List<FieldProblem> problems) {
        Set<Need> served = EnumSet.noneOf(Need.class);
        List<String> named = needs == null ? List.of() : needs;
        for (int i = 0; i < named.size(); i++) {
            Need need = known("/needs/" + i, Need.findByKey(named.get(i)), problems);
            if (need != null) {
                served.add(need);
            }
        }
        return served;
    }

    private List<Quota> quotas(List<FieldProblem> problems) {
        List<Quota> shares = new ArrayList<>();
        for (QuotaForm quota : quotas == null ? List.<QuotaForm>of() : quotas) {
            if (quota.year() == null || quota.area() == null) {
                problems.add(new FieldProblem("/quotas/" + shares.size(), "required", List.of()));
            }
            shares.add(new Quota(
                    quota.year() == null ? 0 : quota.year(),
                    quota.area() == null ? "" : quota.area(),
                    quota.units(),
                    quota.rupiah()));
        }
        return shares;
    }

    private static <T> @Nullable T known(String pointer, Optional<T> value, List<FieldProblem> problems) {
        if (value.isEmpty()) {
            problems.add(new FieldProblem(pointer, "unknown", List.of()));
        }
        return value.orElse(null);
    }
}

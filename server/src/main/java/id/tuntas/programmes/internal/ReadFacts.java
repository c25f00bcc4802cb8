package id.tuntas.programmes.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.programmes.internal.FamilyFacts.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which facts a checked expression reads, and what it compares them with that they can never be. */
final class ReadFacts {

    private static final Set<String> COMPARING = Set.of("_==_", "_!=_", "@in", "_[_]");

    private final CelAbstractSyntaxTree tree;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<RuleProblem> problems = new ArrayList<>();

    private ReadFacts(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static ReadFacts of(CelAbstractSyntaxTree tree) {
        ReadFacts facts = new ReadFacts(tree);
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> facts.look(node.expr()));
        return facts;
    }

    Set<String> names() {
        return names;
    }

    List<RuleProblem> problems() {
        return problems;
    }

    private void look(CelExpr expr) {
        find(expr).ifPresent(fact -> names.add(fact.name()));
        if (expr.getKind() == Kind.CALL && COMPARING.contains(expr.call().function())) {
            CelExpr one = expr.call().args().get(0);
            CelExpr other = expr.call().args().get(1);
            find(one).ifPresent(fact -> check(fact, other));
            find(other).ifPresent(fact -> check(fact, one));
        }
    }

    private Optional<Fact> find(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> Optional.ofNullable(FamilyFacts.all().get(expr.ident().name()));
            case SELECT ->
                tree.getType(expr.select().operand().id())
                        .map(group -> FamilyFacts.all()
                                .get(group.name() + "." + expr.select().field()));
            default -> Optional.empty();
        };
    }

    private void check(Fact fact, CelExpr value) {
        if (value.getKind() == Kind.LIST) {
            value.list().elements().forEach(element -> check(fact, element));
            return;
        }
        if (fact.path() == null
                || value.getKind() != Kind.CONSTANT
                || value.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return;
        }
        String code = value.constant().stringValue();
        List<String> choices = fact.choices().stream().map(FormChoice::code).toList();
        if (!code.isEmpty() && !choices.contains(code)) {
            int place = tree.getSource().getPositionsMap().getOrDefault(value.id(), 0) + 1;
            problems.add(RuleProblem.at(place, "rule-unknown-choice", code, fact.name(), String.join(", ", choices)));
        }
    }
}

package id.tuntas.programmes.internal;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import id.tuntas.programmes.internal.CompiledRule.ReadFact;
import id.tuntas.programmes.internal.FamilyFacts.Fact;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The language of rules: CEL with comparisons, {@code && || !}, {@code in}, sums and {@code all exists filter} over {@link FamilyFacts}, and
 * nothing else. An expression can do no harm: it is short, flat, reads only what it is given, and gives up after so many steps.
 */
@Component
class RuleLanguage {

    static final int LONGEST = 600;
    static final int DEEPEST = 24;
    private static final int MOST_NODES = 150;
    /** A family has some 30 people at most; two walks over its members, one inside the other, still pass. */
    private static final int MOST_STEPS = 1_000;

    private static final Set<CelErrorCode> GIVING_UP =
            EnumSet.of(CelErrorCode.ITERATION_BUDGET_EXCEEDED, CelErrorCode.NUMERIC_OVERFLOW);

    /** Every page that shows a family asks some sixty expressions; reading one takes milliseconds, asking it microseconds. */
    private static final int REMEMBERED = 500;

    private static final StandardFunction[] FUNCTIONS = {
        StandardFunction.LOGICAL_AND,
        StandardFunction.LOGICAL_OR,
        StandardFunction.LOGICAL_NOT,
        StandardFunction.CONDITIONAL,
        StandardFunction.NOT_STRICTLY_FALSE,
        StandardFunction.EQUALS,
        StandardFunction.NOT_EQUALS,
        StandardFunction.LESS,
        StandardFunction.LESS_EQUALS,
        StandardFunction.GREATER,
        StandardFunction.GREATER_EQUALS,
        StandardFunction.IN,
        StandardFunction.INDEX,
        StandardFunction.SIZE,
        StandardFunction.ADD,
        StandardFunction.SUBTRACT
    };

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseExpressionNodeCount(MOST_NODES)
            .comprehensionMaxIterations(MOST_STEPS)
            .build();

    /** What an expression says of a family. */
    enum Answer {
        YES,
        NO,
        /** An answer that it needs is missing. */
        UNKNOWN,
        /** It took too many steps, or its numbers grew too large. */
        GAVE_UP
    }

    private final CelCompiler compiler;
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final Map<String, Asking> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asking> eldest) {
            return size() > REMEMBERED;
        }
    });

    RuleLanguage() {
        Map<String, Map<String, CelType>> groups = new LinkedHashMap<>();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(FUNCTIONS)
                        .build())
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.FILTER)
                .setResultType(SimpleType.BOOL);
        for (Fact fact : FamilyFacts.all().values()) {
            int dot = fact.name().indexOf('.');
            if (dot < 0) {
                builder.addVar(fact.name(), fact.type());
            } else {
                groups.computeIfAbsent(fact.name().substring(0, dot), any -> new LinkedHashMap<>())
                        .put(fact.name().substring(dot + 1), fact.type());
            }
        }
        Map<String, CelType> structs = new LinkedHashMap<>();
        groups.forEach((group, fields) -> {
            StructType struct = StructType.create(
                    group, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
            structs.put(group, struct);
            builder.addVar(group, group.equals(FamilyFacts.MEMBERS) ? ListType.create(struct) : struct);
        });
        compiler = builder.setTypeProvider(new Groups(structs)).build();
    }

    /** An expression that can be asked, or what is wrong with it; never both. */
    sealed interface Read {
        record Understood(Asking asking) implements Read {}

        record Wrong(List<RuleProblem> problems) implements Read {}
    }

    /** Reads an expression; nothing in it is run. */
    Read read(String expression) {
        CelValidationResult result = compiler.compile(expression);
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            ReadFacts facts = ReadFacts.of(tree);
            if (!facts.problems().isEmpty()) {
                return new Read.Wrong(facts.problems());
            }
            return new Read.Understood(new Asking(runtime.createProgram(tree), facts.names()));
        } catch (CelValidationException wrong) {
            return new Read.Wrong(RuleProblem.of(expression, wrong.getErrors()));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("a checked expression has a program: " + expression, impossible);
        }
    }

    /** Throws IllegalArgumentException for an expression that is not sound; for those that were checked when they were kept. */
    Asking sound(String expression) {
        return remembered.computeIfAbsent(expression, this::understood);
    }

    private Asking understood(String expression) {
        return switch (read(expression)) {
            case Read.Understood understood -> understood.asking();
            case Read.Wrong wrong -> throw new IllegalArgumentException(expression + ": " + wrong.problems());
        };
    }

    /** @param facts names of what it reads */
    record Asking(CelRuntime.Program program, Set<String> facts) {

        Answer of(Map<String, Object> family) {
            try {
                return Boolean.TRUE.equals(program.eval(family)) ? Answer.YES : Answer.NO;
            } catch (CelEvaluationException untold) {
                return GIVING_UP.contains(untold.getErrorCode()) ? Answer.GAVE_UP : Answer.UNKNOWN;
            }
        }

        List<ReadFact> read(Map<String, Object> family) {
            return facts.stream()
                    .map(name ->
                            new ReadFact(name, FamilyFacts.read(family, name).orElse(null)))
                    .toList();
        }
    }

    private record Groups(Map<String, CelType> structs) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableSet.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(structs.get(name));
        }
    }
}

package id.tuntas.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code bench [NAME...]}: runs the named benches, or all. Exit code 0 when all reach their goal, 1 when one does not, 2 for an unknown name. */
public final class Bench {

    private static final int REFUSED = 2;

    /** One measurement that prints its lines to standard output. */
    interface Run {
        /** @return whether the goal was reached */
        boolean run() throws Exception;
    }

    /** Says whether a mark was reached. */
    static void judge(String mark, boolean reached) {
        System.out.println(mark + ": " + (reached ? "tercapai / reached" : "TIDAK tercapai / NOT reached"));
    }

    private static final Map<String, Run> RUNS =
            new TreeMap<>(Map.of("import", new ImportBench(), "intake", new IntakeBench()));

    private Bench() {}

    public static void main(String[] names) throws Exception {
        List<String> wanted = names.length == 0 ? List.copyOf(RUNS.keySet()) : List.of(names);
        for (String name : wanted) {
            if (!RUNS.containsKey(name)) {
                System.err.println("Bench tidak dikenal: " + name + ". Ada: " + String.join(", ", RUNS.keySet()));
                System.err.println("Unknown bench: " + name + ". There are: " + String.join(", ", RUNS.keySet()));
                System.exit(REFUSED);
            }
        }
        System.out.println(Machine.described());
        boolean reached = true;
        for (String name : wanted) {
            reached &= RUNS.get(name).run();
        }
        System.exit(reached ? 0 : 1);
    }
}

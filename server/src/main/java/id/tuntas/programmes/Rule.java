package id.tuntas.programmes;

import id.tuntas.forms.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a programme is for: a family fits when every condition holds. The expressions are CEL (https://cel.dev) over the answers of the family's
 * approved visit; the words beside them say the same to people.
 *
 * @param documents what the family has to bring
 */
public record Rule(List<Condition> conditions, List<Document> documents) {

    public Rule {
        conditions = List.copyOf(conditions);
        documents = List.copyOf(documents);
    }

    public record Condition(Words text, String expression) {}

    /** @param expression whether the family has it, as far as the visit tells; null when no answer says so */
    public record Document(Words text, @Nullable String expression) {}
}

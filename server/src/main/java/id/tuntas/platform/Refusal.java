package id.tuntas.platform;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused. The code is stable and has a title and a detail in every language
 * ({@code problem.<code>.title}, {@code problem.<code>.detail} with the arguments as {0}, {1} ...).
 */
public class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final List<Object> arguments;
    private final List<FieldProblem> fields;
    private final String wording;
    private final Map<String, Object> facts;

    public Refusal(HttpStatus status, String code, Object... arguments) {
        this(status, code, List.of(), arguments);
    }

    public Refusal(HttpStatus status, String code, List<FieldProblem> fields, Object... arguments) {
        this(status, code, fields, code, Map.of(), List.of(arguments));
    }

    private Refusal(
            HttpStatus status,
            String code,
            List<FieldProblem> fields,
            String wording,
            Map<String, Object> facts,
            List<Object> arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.fields = List.copyOf(fields);
        this.wording = wording;
        this.facts = Map.copyOf(facts);
        this.arguments = arguments;
    }

    /**
     * The same refusal with more to say: texts of its own, and facts that stand beside the code in the answer.
     *
     * @param wording takes the code's place in the keys of the texts
     */
    public Refusal telling(String wording, Map<String, Object> facts, Object... arguments) {
        return new Refusal(status, code, fields, wording, facts, List.of(arguments));
    }

    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found");
    }

    public static Refusal forbidden() {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** A field that cannot be taken, by JSON pointer (RFC 6901). */
    public static Refusal invalid(String pointer, String fieldCode, Object... arguments) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                List.of(new FieldProblem(pointer, fieldCode, List.of(arguments))));
    }

    public static Refusal invalid(List<FieldProblem> fields) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", fields);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String wording() {
        return wording;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    /** One field of a refused request; its text is {@code field.<code>}. */
    public record FieldProblem(String pointer, String code, List<Object> arguments) {}
}

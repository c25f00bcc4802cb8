package id.tuntas.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A refusal as problem details (RFC 9457) in one language. */
@Component
public class ProblemTexts {

    private final MessageSource messages;
    private final Json json;

    ProblemTexts(MessageSource messages, Json json) {
        this.messages = messages;
        this.json = json;
    }

    public ProblemDetail detail(Refusal refusal, Locale locale) {
        Object[] arguments = told(refusal.arguments(), locale);
        ProblemDetail problem = ProblemDetail.forStatus(refusal.status());
        problem.setType(URI.create("urn:tuntas:problem:" + refusal.code()));
        problem.setTitle(messages.getMessage("problem." + refusal.wording() + ".title", arguments, locale));
        problem.setDetail(messages.getMessage("problem." + refusal.wording() + ".detail", arguments, locale));
        refusal.facts().forEach(problem::setProperty);
        problem.setProperty("code", refusal.code());
        problem.setProperty(
                "errors",
                refusal.fields().stream().map(field -> error(field, locale)).toList());
        return problem;
    }

    /** The fields of a refusal as text, as {@code password: at least 10 characters}. */
    public List<String> fields(Refusal refusal, Locale locale) {
        return refusal.fields().stream()
                .map(field -> field.pointer().substring(1) + ": "
                        + messages.getMessage(
                                "field." + field.code(), field.arguments().toArray(), locale))
                .toList();
    }

    private Map<String, Object> error(Refusal.FieldProblem field, Locale locale) {
        String text = messages.getMessage("field." + field.code(), told(field.arguments(), locale), locale);
        return Map.of("pointer", field.pointer(), "code", field.code(), "detail", text);
    }

    private static Object[] told(List<Object> arguments, Locale locale) {
        return arguments.stream()
                .map(argument -> argument instanceof Localized localized ? localized.in(locale) : argument)
                .toArray();
    }

    /** The language of a request that no controller has seen yet: Indonesian unless it asks for another. */
    public static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.of("id") : request.getLocale();
    }

    /** Answers from a filter, before any controller is reached. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(json.write(detail(refusal, locale(request))));
    }
}

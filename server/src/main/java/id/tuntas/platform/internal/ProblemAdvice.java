package id.tuntas.platform.internal;

import id.tuntas.platform.Ids;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal and every failure as problem details (RFC 9457) in the caller's language. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What PostgreSQL says of U+0000 in a text (character_not_in_repertoire) and in a JSON text (untranslatable_character). */
    private static final Set<String> UNWRITABLE_TEXT = Set.of("22021", "22P05");

    private final ProblemTexts texts;

    ProblemAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(texts.detail(refusal, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenMultipart(MultipartException e, Locale locale) {
        return refused(new Refusal(HttpStatus.BAD_REQUEST, "malformed"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, Locale locale) {
        if (isUnwritableText(e)) {
            return refused(new Refusal(HttpStatus.BAD_REQUEST, "malformed"), locale);
        }
        String correlationId = Ids.next().toString();
        LOG.error("unexpected failure {}", correlationId, e);
        ProblemDetail problem = texts.detail(new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"), locale);
        problem.setProperty("correlationId", correlationId);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** PostgreSQL's text holds every character but U+0000, which no honest client sends. */
    private static boolean isUnwritableText(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNWRITABLE_TEXT.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String code = switch (known) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONTENT_TOO_LARGE -> "too-large";
            case BAD_REQUEST -> "malformed";
            default -> "unexpected";
        };
        Refusal refusal = refusedWhileReading(e).orElseGet(() -> new Refusal(known, code));
        return ResponseEntity.status(refusal.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(texts.detail(refusal, ProblemTexts.locale(((ServletWebRequest) request).getRequest())));
    }

    /** A body that was refused half-way, as too large, comes as one that cannot be read. */
    private static Optional<Refusal> refusedWhileReading(Exception e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}

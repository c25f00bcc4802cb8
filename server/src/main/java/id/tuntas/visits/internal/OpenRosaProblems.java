package id.tuntas.visits.internal;

import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Says in OpenRosa's words what was refused or went wrong. */
@Component
class OpenRosaProblems {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRosaProblems.class);

    record Answer(HttpStatusCode status, byte[] xml) {}

    private final ProblemTexts problems;

    OpenRosaProblems(ProblemTexts problems) {
        this.problems = problems;
    }

    Answer answer(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof Refusal refusal) {
            return answer(request, refusal, refusal.status(), locale);
        }
        HttpStatusCode status =
                e instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("an OpenRosa request failed", e);
        }
        return answer(
                request,
                new Refusal(HttpStatus.valueOf(status.value()), status.is5xxServerError() ? "unexpected" : "malformed"),
                status,
                locale);
    }

    private Answer answer(HttpServletRequest request, Refusal refusal, HttpStatusCode status, Locale locale) {
        String nature = request.getRequestURI().endsWith("/submission") ? "submit_error" : "error";
        String message = String.valueOf(problems.detail(refusal, locale).getDetail());
        return new Answer(status, OpenRosaXml.response(nature, message));
    }
}

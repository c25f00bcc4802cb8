package id.tuntas.visits.internal;

import id.tuntas.access.RefusingDoor;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Refusals as ODK Collect reads them, with the headers that every answer of this door bears. */
@Component
class OpenRosaRefusals implements RefusingDoor {

    static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    /** Below what is taken, since clients do not count what wraps their files. */
    private static final String ACCEPTED_LENGTH = "100000000";

    private static final Logger LOG = LoggerFactory.getLogger(OpenRosaRefusals.class);

    record Answer(HttpStatusCode status, byte[] xml) {}

    private final ProblemTexts problems;

    OpenRosaRefusals(ProblemTexts problems) {
        this.problems = problems;
    }

    static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-OpenRosa-Version", "1.0");
        headers.set("X-OpenRosa-Accept-Content-Length", ACCEPTED_LENGTH);
        return headers;
    }

    /** What is said after {@code e}, whatever it was. */
    Answer answer(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof Refusal refusal) {
            return new Answer(refusal.status(), document(request, refusal, locale));
        }
        HttpStatusCode status =
                e instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("an OpenRosa request failed", e);
        }
        String code = status.is5xxServerError() ? "unexpected" : "malformed";
        return new Answer(status, document(request, new Refusal(HttpStatus.valueOf(status.value()), code), locale));
    }

    private byte[] document(HttpServletRequest request, Refusal refusal, Locale locale) {
        String nature = request.getRequestURI().endsWith("/submission") ? "submit_error" : "error";
        return OpenRosaXml.response(
                nature, String.valueOf(problems.detail(refusal, locale).getDetail()));
    }

    @Override
    public boolean leadsTo(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/odk");
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status().value());
        headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(XML.toString());
        response.getOutputStream().write(document(request, refusal, ProblemTexts.locale(request)));
    }
}

package id.tuntas.visits.internal;

import id.tuntas.access.RefusingDoor;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Refusals as ODK Collect reads them, with the headers that every answer of this door bears. */
@Component
class OpenRosaRefusals implements RefusingDoor {

    static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    /** Below what is taken, since clients do not count what wraps their files. */
    private static final String ACCEPTED_LENGTH = "100000000";

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

    byte[] document(HttpServletRequest request, Refusal refusal, Locale locale) {
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

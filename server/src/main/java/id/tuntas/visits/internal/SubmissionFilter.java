package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.Receipt;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Visits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Takes the posts of OpenRosa's Form Submission API. A filter behind the others, since when all officers come back at once, choosing a
 * controller and a converter costs more than a submission does; it is answered with the same headers as the rest of
 * {@link OpenRosaController}.
 */
@Component
class SubmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/odk/key/([^/]+)/submission");

    private final transient CollectKeys keys;
    private final transient Visits visits;
    private final transient PostReader posts;
    private final transient OpenRosaRefusals refusals;
    private final transient VisitTexts texts;
    private final transient LocaleResolver locales;

    SubmissionFilter(
            CollectKeys keys,
            Visits visits,
            PostReader posts,
            OpenRosaRefusals refusals,
            VisitTexts texts,
            LocaleResolver locales) {
        this.keys = keys;
        this.visits = visits;
        this.posts = posts;
        this.refusals = refusals;
        this.texts = texts;
        this.locales = locales;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher path = PATH.matcher(request.getServletPath());
        if (!request.getMethod().equals("POST") || !path.matches()) {
            chain.doFilter(request, response);
            return;
        }
        Locale locale = locales.resolveLocale(request);
        OpenRosaRefusals.Answer answer = answer(request, path.group(1), locale);
        OpenRosaRefusals.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setStatus(answer.status().value());
        response.setContentType(OpenRosaRefusals.XML.toString());
        response.setContentLength(answer.xml().length);
        response.getOutputStream().write(answer.xml());
    }

    private OpenRosaRefusals.Answer answer(HttpServletRequest request, String key, Locale locale) {
        try {
            Actor officer = OpenRosaController.officer(keys, key);
            Receipt receipt = receipt(visits.submit(officer, posts.read(request, Client.COLLECT)));
            return new OpenRosaRefusals.Answer(
                    HttpStatus.CREATED, OpenRosaXml.response("submit_success", texts.thanks(receipt, locale)));
        } catch (Exception e) {
            return refusals.answer(e, request, locale);
        }
    }

    private static Receipt receipt(IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Accepted accepted -> accepted.receipt();
            case IntakeOutcome.AlreadyHave again -> again.receipt();
            case IntakeOutcome.NewVersion edit -> edit.receipt();
            case IntakeOutcome.Conflict conflict -> conflict.receipt();
            case IntakeOutcome.Rejected rejected -> throw VisitTexts.refusal(rejected.reason());
        };
    }
}

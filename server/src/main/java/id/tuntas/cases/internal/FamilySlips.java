package id.tuntas.cases.internal;

import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.FamilyCodes;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.platform.Paper;
import id.tuntas.platform.PublicAddress;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Slips to be cut apart and left with the families: how each finds out where it stands, without an account. */
@Component
class FamilySlips {

    private static final String STYLE = """
            .slip { border-bottom: 0.3mm dashed #111; padding: 5mm 0; page-break-inside: avoid; }
            .keys { font-size: 14pt; margin: 2mm 0; }
            """;

    private final MessageSource messages;
    private final FamilyCodes codes;
    private final Regions regions;
    private final PublicAddress address;

    FamilySlips(MessageSource messages, FamilyCodes codes, Regions regions, PublicAddress address) {
        this.messages = messages;
        this.codes = codes;
        this.regions = regions;
        this.address = address;
    }

    byte[] pdf(Round round, List<OfficerFamily> families, Locale locale) {
        StringBuilder html = new StringBuilder("<h1>" + text("slip.title", locale) + "</h1>");
        OfficerSheet.inOrderOfTheWay(families).forEach(work -> html.append(slip(round, work.family(), locale)));
        return Paper.pdf(text("slip.title", locale), locale, STYLE, html.toString());
    }

    private String slip(Round round, FamilyCase family, Locale locale) {
        return "<div class=\"slip\"><p>"
                + text("slip.for", locale, family.headName(), regions.name(family.villageCode()), round.name())
                + "</p><p class=\"keys\">"
                + text(
                        "slip.keys",
                        locale,
                        family.number().text(),
                        codes.of(family.id()).text())
                + "</p><p>" + text("slip.how", locale, address.base() + "/terbuka") + "</p></div>";
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Paper.safe(messages.getMessage(key, arguments, locale));
    }
}

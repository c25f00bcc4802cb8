package id.tuntas.rosterfile.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a layout.
 *
 * @param header as the layout's own files spell it
 * @param spellings the header and its aliases, as {@link id.tuntas.rosterfile.Spelling#letters} leaves them
 * @param codes the list that its values come from, if any
 * @param required without this column no row of the sheet can be let in
 */
public record Field(
        String name,
        String header,
        List<String> spellings,
        Kind kind,
        @Nullable CodeList codes,
        boolean required) {

    public enum Kind {
        TEXT,
        NIK,
        KK,
        VILLAGE,
        DATE,
        CODE
    }
}

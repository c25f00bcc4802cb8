package id.tuntas.reports.internal;

import java.util.List;

/** Makes letters: what is read is the letters themselves. */
interface LetterMaker extends ReportMaker<Letters> {

    @Override
    default Class<Letters> facts() {
        return Letters.class;
    }

    @Override
    default List<Table> tables(Letters facts) {
        return facts.letters().stream()
                .flatMap(letter -> letter.tables().stream())
                .toList();
    }
}

package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.sample.SampleFamily.Person;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Writes a made-up roster: one workbook with a sheet of families and one of members, under title blocks as real lists have them. The same
 * order gives the same bytes, in steady memory, whatever its size.
 */
public final class RosterSample {

    private static final int TITLE_ROWS = 3;
    private static final long CELLS = 31;
    private static final long DIRT = 17;

    private final SampleOrder order;

    private RosterSample(SampleOrder order) {
        this.order = order;
    }

    /** Writes {@code roster-LAYOUT-N-SEED.xlsx} into the folder, which is made when it is missing, and gives its path. */
    public static Path write(SampleOrder order, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(
                "roster-" + order.layout().key() + "-" + order.families() + "-" + order.seed() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new RosterSample(order).write(out);
        }
        return file;
    }

    private void write(OutputStream out) throws IOException {
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            families(workbook);
            members(workbook);
        }
    }

    private void families(WorkbookWriter workbook) throws IOException {
        Layout layout = order.layout().families();
        start(workbook, "Keluarga", layout);
        SampleFamilies families = new SampleFamilies(order);
        Random cells = new Random(order.seed() * CELLS);
        Dirt dirt = new Dirt();
        @Nullable SampleRow before = null;
        while (families.hasNext()) {
            SampleRow row = SampleRow.ofFamily(families.next(), order.layout(), cells);
            SampleDirt wrong = dirt.next();
            if (wrong != null && !wrong.inMembers() && before != null) {
                wrong.apply(row, before);
            }
            write(workbook, layout, row, wrong == SampleDirt.NIK_AS_NUMBER);
            before = wrong == null ? row : before;
        }
    }

    private void members(WorkbookWriter workbook) throws IOException {
        Layout layout = order.layout().members();
        start(workbook, "Anggota", layout);
        SampleFamilies families = new SampleFamilies(order);
        Random cells = new Random(order.seed() * CELLS + 1);
        Dirt dirt = new Dirt();
        while (families.hasNext()) {
            SampleFamily family = families.next();
            SampleDirt wrong = dirt.next();
            for (Person person : family.people()) {
                SampleRow row = SampleRow.ofPerson(family, person, order.layout(), cells);
                if (wrong != null && wrong.inMembers() && person == family.head()) {
                    wrong.apply(row, row);
                }
                write(workbook, layout, row, false);
            }
        }
    }

    private void start(WorkbookWriter workbook, String sheet, Layout layout) throws IOException {
        workbook.sheet(sheet);
        workbook.row();
        workbook.text(0, layout.title(Locale.of("id")).toUpperCase(Locale.ROOT) + " (REKAAN)");
        workbook.skipRows(TITLE_ROWS - 1);
        workbook.row();
        List<Field> fields = layout.fields();
        for (int i = 0; i < fields.size(); i++) {
            workbook.text(i, fields.get(i).header());
        }
    }

    private static void write(WorkbookWriter workbook, Layout layout, SampleRow row, boolean nikAsNumber)
            throws IOException {
        workbook.row();
        List<Field> fields = layout.fields();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i).name();
            if (nikAsNumber && field.equals(Fields.NIK)) {
                workbook.number(i, row.get(field).substring(0, 15) + "0");
            } else {
                workbook.text(i, row.get(field));
            }
        }
    }

    /** Every so many families the next kind of dirt; the same for both sheets. The first family is always clean. */
    private final class Dirt {

        private final Random random = new Random(order.seed() * DIRT);
        private final List<SampleDirt> kinds = SampleDirt.of(order.layout());
        private int families;
        private int dirty;

        @Nullable SampleDirt next() {
            boolean clean = random.nextDouble() >= order.dirty();
            return families++ == 0 || clean ? null : kinds.get(dirty++ % kinds.size());
        }
    }
}

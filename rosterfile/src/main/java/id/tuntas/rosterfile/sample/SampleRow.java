package id.tuntas.rosterfile.sample;

import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.layout.BulelengRegions;
import id.tuntas.rosterfile.layout.CodeList;
import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.sample.SampleFamily.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The cells of one row by field; what the family doesn't say is drawn from the field's code list. */
final class SampleRow {

    private static final String EMPTY_CODE = "KOSONG";

    private final Map<String, String> cells = new HashMap<>();

    static SampleRow ofFamily(SampleFamily family, SampleLayout layout, Random random) {
        SampleRow row = new SampleRow();
        row.place(family);
        row.put(Fields.FAMILY_ID, family.familyId());
        row.put(Fields.KK, family.kk());
        row.put("rt", family.rt());
        row.put("rw", "000");
        row.put(Fields.HEAD_NAME, family.head().name());
        row.person(family.head(), layout);
        row.fill(layout.families().fields(), random);
        return row;
    }

    static SampleRow ofPerson(SampleFamily family, Person person, SampleLayout layout, Random random) {
        SampleRow row = new SampleRow();
        row.place(family);
        row.put(Fields.FAMILY_ID, family.familyId());
        row.put(Fields.KK, family.kk());
        row.put(Fields.PERSON_ID, person.personId());
        row.put(Fields.NAME, person.name());
        row.put(Fields.RELATIONSHIP, relationship(person, layout));
        row.person(person, layout);
        row.fill(layout.members().fields(), random);
        return row;
    }

    private static String relationship(Person person, SampleLayout layout) {
        boolean first = layout == SampleLayout.P3KE_2022;
        return switch (person.relationship()) {
            case HEAD -> first ? "Kepala Keluarga" : "KEPALA KELUARGA";
            case SPOUSE -> first ? "Istri" : "ISTRI/SUAMI";
            case CHILD -> first ? "Anak" : "ANAK";
            case OTHER -> first ? "Lainnya" : "LAINNYA";
        };
    }

    private void place(SampleFamily family) {
        put("province", BulelengRegions.PROVINCE);
        put("regency", BulelengRegions.REGENCY);
        put(Fields.DISTRICT, family.village().districtName().toUpperCase(Locale.ROOT));
        put(Fields.VILLAGE, family.village().name().toUpperCase(Locale.ROOT));
        put(Fields.VILLAGE_CODE, family.village().digits());
        put(Fields.ADDRESS, family.address());
        put(Fields.DECILE, Integer.toString(family.decile()));
    }

    private void person(Person person, SampleLayout layout) {
        put(Fields.NIK, person.nik());
        put(Fields.SEX, person.sex() == Sex.MALE ? "LAKI-LAKI" : "PEREMPUAN");
        put(Fields.BIRTH_DATE, layout.date(person.birthDate()));
        put("padan_dukcapil", "PADAN");
        put("verval_priority_family", "NORMAL");
        put("verval_priority", "NORMAL");
        put("marital_status", person.relationship() == Relationship.CHILD ? "BELUM KAWIN" : "KAWIN");
    }

    private void fill(List<Field> fields, Random random) {
        for (Field field : fields) {
            CodeList codes = field.codes();
            if (cells.containsKey(field.name())) {
                continue;
            }
            if (codes != null) {
                List<String> values = codes.values().stream()
                        .filter(value -> !value.equals(EMPTY_CODE))
                        .toList();
                put(field.name(), values.get(random.nextInt(values.size())));
            } else if (field.header().startsWith("Penerima")) {
                put(field.name(), random.nextInt(3) == 0 ? "YA" : "TIDAK");
            }
        }
    }

    void put(String field, @Nullable String value) {
        cells.put(field, value == null ? "" : value);
    }

    String get(String field) {
        return cells.getOrDefault(field, "");
    }
}

package id.tuntas.rosterfile.layout;

/** Names of the fields that rules look at; a layout spells them in its own way. */
public final class Fields {

    public static final String FAMILY_ID = "family_id";
    public static final String KK = "kk";
    public static final String NIK = "nik";
    public static final String HEAD_NAME = "head_name";
    public static final String NAME = "name";
    public static final String PERSON_ID = "person_id";
    public static final String SEX = "sex";
    public static final String BIRTH_DATE = "birth_date";
    public static final String RELATIONSHIP = "relationship";
    public static final String VILLAGE_CODE = "village_code";
    public static final String VILLAGE = "village";
    public static final String DISTRICT = "district";
    public static final String ADDRESS = "address";
    public static final String DECILE = "decile";

    private Fields() {}
}

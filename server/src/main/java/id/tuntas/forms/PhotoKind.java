package id.tuntas.forms;

import java.util.Arrays;
import java.util.Optional;

/** What a photo of a visit shows. {@link #code()} is the form's node below {@code /data/photos}, {@link #key()} the name in JSON. */
public enum PhotoKind {
    HOUSE_FRONT("house_front", "houseFront", "Rumah tampak depan", "House from the front"),
    INSIDE("inside", "inside", "Bagian dalam rumah", "Inside of the house"),
    KK_CARD("kk_card", "kkCard", "Kartu Keluarga", "Family card"),
    ROOF("roof", "roof", "Atap", "Roof"),
    FLOOR("floor", "floor", "Lantai", "Floor"),
    WALL("wall", "wall", "Dinding", "Wall"),
    TOILET("toilet", "toilet", "Jamban", "Toilet"),
    /** Where the family itself could not be seen: the address that was visited, or the village's written statement. */
    PLACE("place", "place", "Alamat atau surat keterangan desa", "Address or village statement");

    private final String code;
    private final String key;
    private final String labelId;
    private final String labelEn;

    PhotoKind(String code, String key, String labelId, String labelEn) {
        this.code = code;
        this.key = key;
        this.labelId = labelId;
        this.labelEn = labelEn;
    }

    public String code() {
        return code;
    }

    public String key() {
        return key;
    }

    public Words label() {
        return new Words(labelId, labelEn);
    }

    public static Optional<PhotoKind> findByCode(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    public static Optional<PhotoKind> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}

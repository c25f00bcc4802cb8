package id.tuntas.demo.internal;

import java.util.Arrays;

/** The districts by code, with their families on the list and those visited before 3 February. */
enum DemoDistrict {
    GEROKGAK("51.08.01", 812, 96),
    SERIRIT("51.08.02", 654, 71),
    BUSUNGBIU("51.08.03", 398, 52),
    BANJAR("51.08.04", 743, 58),
    SUKASADA("51.08.05", 721, 49),
    BULELENG("51.08.06", 566, 84),
    SAWAN("51.08.07", 528, 63),
    KUBUTAMBAHAN("51.08.08", 517, 31),
    TEJAKULA("51.08.09", 375, 48);

    private final String code;
    private final int families;
    private final int early;

    DemoDistrict(String code, int families, int early) {
        this.code = code;
        this.families = families;
        this.early = early;
    }

    String code() {
        return code;
    }

    static int[] families() {
        return Arrays.stream(values()).mapToInt(district -> district.families).toArray();
    }

    static int[] early() {
        return Arrays.stream(values()).mapToInt(district -> district.early).toArray();
    }
}

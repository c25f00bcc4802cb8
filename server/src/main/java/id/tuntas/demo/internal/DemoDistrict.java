package id.tuntas.demo.internal;

import java.util.Arrays;

/** The districts by code, with their families on the list, those visited before 3 February, and the house repairs that were published. */
enum DemoDistrict {
    GEROKGAK("51.08.01", 812, 96, 14),
    SERIRIT("51.08.02", 654, 71, 50),
    BUSUNGBIU("51.08.03", 398, 52, 14),
    BANJAR("51.08.04", 743, 58, 100),
    SUKASADA("51.08.05", 721, 49, 62),
    BULELENG("51.08.06", 566, 84, 5),
    SAWAN("51.08.07", 528, 63, 2),
    KUBUTAMBAHAN("51.08.08", 517, 31, 20),
    TEJAKULA("51.08.09", 375, 48, 7);

    private static final int LEFT_FOR_2024 = 66;

    private final String code;
    private final int families;
    private final int early;
    private final int repairs;

    DemoDistrict(String code, int families, int early, int repairs) {
        this.code = code;
        this.families = families;
        this.early = early;
        this.repairs = repairs;
    }

    static DemoDistrict of(String code) {
        return Arrays.stream(values())
                .filter(district -> code.startsWith(district.code))
                .findFirst()
                .orElseThrow();
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

    /**
     * House repairs begun by 19 September. Of the published 283, nine have no district; here one lies in each (ADR 32).
     */
    static int[] repairs() {
        return Arrays.stream(values())
                .mapToInt(district -> district.repairs + 1)
                .toArray();
    }

    /** Extremely poor families in proportion to which they lie in the districts: those of the repairs, and those left for 2024. */
    static int[] extremelyPoor() {
        int[] repairs = repairs();
        int[] left = Apportionment.of(LEFT_FOR_2024, families());
        return Arrays.stream(values())
                .mapToInt(district -> repairs[district.ordinal()] + left[district.ordinal()])
                .toArray();
    }
}

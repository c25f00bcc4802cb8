package id.tuntas.programmes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Who pays for a programme, which is also the level of government that decides on it. */
public enum Funding {
    APBN("apbn"),
    APBD_PROVINCE("apbdProvince"),
    APBD_REGENCY("apbdRegency"),
    VILLAGE_FUND("villageFund"),
    CSR("csr");

    private final String key;

    Funding(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<Funding> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}

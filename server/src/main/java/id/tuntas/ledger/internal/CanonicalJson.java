package id.tuntas.ledger.internal;

import id.tuntas.platform.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** One spelling for one detail, whatever order and white space a database gives back: keys sorted, nothing between them. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(Map<String, Object> detail, Json json) {
        return json.write(new TreeMap<>(detail));
    }

    static String of(String stored, Json json) {
        return json.write(json.read(stored, new TypeReference<TreeMap<String, Object>>() {}));
    }
}

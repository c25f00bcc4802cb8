package id.tuntas.programmes.internal;

import id.tuntas.programmes.Need;
import id.tuntas.programmes.internal.RuleLanguage.Asking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** By which answers a family is proposed to have a need. */
@Component
class NeedRules {

    private final Map<Need, Asking> rules = new EnumMap<>(Need.class);

    NeedRules(JsonMapper mapper, RuleLanguage language) {
        try (InputStream in = NeedRules.class.getResourceAsStream("/programmes/needs.json")) {
            if (in == null) {
                throw new IllegalStateException("programmes/needs.json is not on the class path");
            }
            Map<String, String> read = mapper.readValue(in, new TypeReference<Map<String, String>>() {});
            for (Need need : Need.values()) {
                String expression = read.get(need.key());
                if (expression == null) {
                    throw new IllegalStateException("programmes/needs.json has no rule for " + need.key());
                }
                rules.put(need, language.sound(expression));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Asking of(Need need) {
        return rules.get(need);
    }
}

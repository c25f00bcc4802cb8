package id.tuntas.platform.internal;

import id.tuntas.platform.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Text of a request. Half of a pair of surrogates is no character: it would be kept as a question mark. */
final class WholeText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(one -> Character.getType(one) == Character.SURROGATE)) {
            throw Refusal.invalid(parser.streamReadContext().pathAsPointer().toString(), "broken-text");
        }
        return text;
    }
}

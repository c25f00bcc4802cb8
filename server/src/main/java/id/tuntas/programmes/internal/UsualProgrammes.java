package id.tuntas.programmes.internal;

import id.tuntas.programmes.NewProgramme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The programmes that a regency usually has, as a start; their amounts and rules are the country's of 2023, in short. */
@Component
class UsualProgrammes {

    private final JsonMapper mapper;

    UsualProgrammes(JsonMapper mapper) {
        this.mapper = mapper;
    }

    List<NewProgramme> list() {
        try (InputStream in = UsualProgrammes.class.getResourceAsStream("/programmes/usual.json")) {
            if (in == null) {
                throw new IllegalStateException("programmes/usual.json is not on the class path");
            }
            return mapper.readValue(in, new TypeReference<List<ProgrammeForm>>() {}).stream()
                    .map(ProgrammeForm::toProgramme)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package id.tuntas.publication.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import id.tuntas.publication.internal.OpenFigures.Figures;
import id.tuntas.publication.internal.OpenFigures.Row;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open figures for everybody, without a session: as JSON, as CSV, and what each column means. */
@RestController
@RequestMapping("/terbuka")
class OpenFiguresController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final List<String> ABOUT = List.of("as_of", "round", "unit", "level", "code", "name");

    private final OpenFigures figures;
    private final Rounds rounds;
    private final Regency regency;
    private final MessageSource messages;

    OpenFiguresController(OpenFigures figures, Rounds rounds, Regency regency, MessageSource messages) {
        this.figures = figures;
        this.rounds = rounds;
        this.regency = regency;
        this.messages = messages;
    }

    /** @param day the last week that ended by it is read; the last one that is over when it is missing */
    @GetMapping("/angka.json")
    ResponseEntity<Figures> json(@RequestParam @Nullable String round, @RequestParam @Nullable LocalDate day) {
        return answer(day).body(read(round, day));
    }

    /** The same rows, each with the day that it is of; a count that is not told is an empty cell. */
    @GetMapping("/angka.csv")
    ResponseEntity<byte[]> csv(@RequestParam @Nullable String round, @RequestParam @Nullable LocalDate day) {
        Figures read = read(round, day);
        List<List<String>> lines = new ArrayList<>(List.of(fields()));
        for (Row row : read.rows()) {
            Stream<String> about =
                    Stream.of(row.asOf().toString(), read.round(), read.unit(), row.level(), row.code(), row.name());
            Stream<String> counts =
                    states().map(state -> Objects.toString(row.counts().get(state), ""));
            lines.add(Stream.concat(about, counts).toList());
        }
        return csv(answer(day), lines);
    }

    /** The data dictionary: each column of the CSV, which are the keys of the JSON too. */
    @GetMapping("/kamus.csv")
    ResponseEntity<byte[]> dictionary() {
        List<List<String>> lines = new ArrayList<>(List.of(List.of("column", "id", "en")));
        for (String field : fields()) {
            lines.add(List.of(field, meaning(field, Locale.of("id")), meaning(field, Locale.ENGLISH)));
        }
        return csv(ResponseEntity.ok(), lines);
    }

    private String meaning(String field, Locale locale) {
        return messages.getMessage("open." + field, new Object[] {SmallCells.LEAST}, locale);
    }

    private static Stream<String> states() {
        return Stream.concat(OpenFigures.STATES.stream(), Stream.of(OpenFigures.TOTAL, OpenFigures.REMAINING));
    }

    private static List<String> fields() {
        return Stream.concat(ABOUT.stream(), states()).toList();
    }

    private Figures read(@Nullable String code, @Nullable LocalDate day) {
        Round round = code == null
                ? rounds.current(regency.code()).orElseThrow(Refusal::notFound)
                : rounds.get(regency.code(), code);
        return figures.of(regency.code(), round, day);
    }

    private static ResponseEntity<byte[]> csv(ResponseEntity.BodyBuilder answer, List<List<String>> lines) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try (CsvWriter writer = CsvWriter.builder().build(table)) {
            lines.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.contentType(CSV).body(table.toByteArray());
    }

    /** A named week does not change; the last one is another one tomorrow. */
    private static ResponseEntity.BodyBuilder answer(@Nullable LocalDate day) {
        CacheControl kept =
                day == null ? CacheControl.noCache() : CacheControl.maxAge(KEPT).cachePublic();
        return ResponseEntity.ok().cacheControl(kept);
    }
}

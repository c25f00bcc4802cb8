package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything a person may read is written in Indonesian and in English. */
@Tag("structure")
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(\\s*(?:HttpStatus\\.)?\\w+,\\s*\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile(
            "(?:Refusal\\.invalid|new (?:Refusal\\.)?FieldProblem)\\(\\s*[^;\"]*\"[^\"]*\"[^;\",]*,\\s*\"([^\"]+)\"");
    private static final Pattern FORM_PROBLEM =
            Pattern.compile("(?:add|problem|new FormProblem)\\(\\s*\"([a-z-]+)\",[^;]*?new Words\\(");
    private static final Pattern MISFIT = Pattern.compile("Misfit\\.of\\(([^;?:]*)");
    private static final Pattern LITERAL = Pattern.compile(",\\s*\"([a-z-]+)\"");
    private static final Pattern KEEPER = Pattern.compile("Text\\.of\\(\"(misfit\\.[a-z-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");

    @Test
    void everyRefusalHasATitleAndADetailInBothLanguages() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (String code : found(REFUSAL)) {
            wanted.add("problem." + code + ".title");
            wanted.add("problem." + code + ".detail");
        }

        assertThat(wanted).hasSizeGreaterThan(10);
        assertThat(texts("").stringPropertyNames()).containsAll(wanted);
        assertThat(texts("_en").stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everyFieldProblemHasATextInBothLanguages() throws IOException {
        Set<String> wanted = new TreeSet<>();
        found(FIELD).forEach(code -> wanted.add("field." + code));
        found(FORM_PROBLEM).forEach(code -> wanted.add("field." + code));

        assertThat(wanted).hasSizeGreaterThan(3);
        assertThat(texts("").stringPropertyNames()).containsAll(wanted);
        assertThat(texts("_en").stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everyMisfitOfAnAuditHasATextInBothLanguages() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (String arguments : found(MISFIT)) {
            LITERAL.matcher(arguments).results().forEach(literal -> wanted.add("misfit." + literal.group(1)));
        }
        wanted.addAll(found(KEEPER));

        assertThat(wanted).hasSizeGreaterThan(20);
        assertThat(texts("").stringPropertyNames()).containsAll(wanted);
        assertThat(texts("_en").stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            String name = file.getFileName().toString();
            if (name.endsWith("_en.properties")) {
                continue;
            }
            Properties indonesian = read(file);
            Properties english = read(file.resolveSibling(name.replace(".properties", "_en.properties")));
            assertThat(english.stringPropertyNames()).as(name).isEqualTo(indonesian.stringPropertyNames());
            for (String key : indonesian.stringPropertyNames()) {
                assertThat(arguments(english.getProperty(key)))
                        .as(name + " " + key)
                        .isEqualTo(arguments(indonesian.getProperty(key)));
            }
        }
    }

    @Test
    void noTextIsEmpty() throws IOException {
        for (String language : List.of("", "_en")) {
            Properties texts = texts(language);
            assertThat(texts.stringPropertyNames())
                    .allSatisfy(
                            key -> assertThat(texts.getProperty(key)).as(key).isNotBlank());
        }
    }

    @Test
    void everyFileOfTextsIsLoaded() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        for (Path file : files(MESSAGES, ".properties")) {
            String base = file.getFileName().toString().replaceFirst("(_en)?\\.properties$", "");
            assertThat(settings).contains("messages/" + base);
        }
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                codes.add(matcher.group(1));
            }
        }
        return codes;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Properties texts(String language) throws IOException {
        Properties all = new Properties();
        for (Path file : files(MESSAGES, ".properties")) {
            boolean english = file.getFileName().toString().endsWith("_en.properties");
            if (english == language.equals("_en")) {
                all.putAll(read(file));
            }
        }
        return all;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList());
        }
    }
}

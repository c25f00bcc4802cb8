package id.tuntas.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of an XForm that passed {@link FormReader}: what a screen shows of it, and its XML as uploaded.
 *
 * @param languages the names of its translations, the default first
 * @param externalFiles the lists that the client must download beside the form ({@code families.csv})
 * @param media the pictures, sounds and films that it must download too
 * @param nodes the absolute path of every node of the primary instance
 * @param types the data type of a node, where its bind says one
 * @param repeats the paths of the repeats, for {@link Answers#read}
 */
public record FormDefinition(
        String formId,
        String version,
        String title,
        List<String> languages,
        List<String> externalFiles,
        Set<String> media,
        List<FormQuestion> questions,
        Set<String> nodes,
        Map<String, String> types,
        Set<String> repeats,
        String xml) {

    public FormDefinition {
        languages = List.copyOf(languages);
        externalFiles = List.copyOf(externalFiles);
        media = Set.copyOf(media);
        questions = List.copyOf(questions);
        nodes = Set.copyOf(nodes);
        types = Map.copyOf(types);
        repeats = Set.copyOf(repeats);
    }

    public Optional<FormQuestion> findQuestion(String path) {
        return questions.stream()
                .filter(question -> question.path().equals(path))
                .findFirst();
    }

    /** What a person sees on one question. Output of other answers inside a label is shown as "…". */
    public record FormQuestion(
            String path,
            QuestionType type,
            Words label,
            @Nullable Words hint,
            @Nullable Words page,
            @Nullable Words constraintMessage,
            List<FormChoice> choices) {

        public FormQuestion {
            choices = List.copyOf(choices);
        }

        /** The words of an answer: the choice's label, of each one for a multiple choice, else the value as it is. */
        public Words say(String value) {
            if (choices.isEmpty()) {
                return Words.same(value);
            }
            return new Words(say(value, Words::id), say(value, Words::en));
        }

        private String say(String value, Function<Words, String> language) {
            Stream<String> codes = type == QuestionType.SELECT_MANY ? Stream.of(value.split("\\s+")) : Stream.of(value);
            return codes.map(code -> choices.stream()
                            .filter(choice -> choice.code().equals(code))
                            .findFirst()
                            .map(choice -> language.apply(choice.label()))
                            .orElse(code))
                    .collect(Collectors.joining(", "));
        }
    }

    public record FormChoice(String code, Words label) {}

    /** The kinds of question that have a meaning of their own in a list of answers. */
    public enum QuestionType {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        TIME,
        DATE_TIME,
        SELECT_ONE,
        SELECT_MANY,
        LOCATION,
        IMAGE,
        FILE,
        NOTE
    }
}

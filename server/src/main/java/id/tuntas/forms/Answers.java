package id.tuntas.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one submission, as received: the absolute path of each leaf that has a value, without indices
 * ({@code /data/contact/result}), and each repeat as a list of groups keyed by the repeat's path.
 */
public record Answers(
        String formId,
        @Nullable String version,
        @Nullable String instanceId,
        @Nullable String deprecatedId,
        Group root) {

    /** One level of answers; the paths inside a repeat stay absolute ({@code /data/members/member/existence}). */
    public record Group(Map<String, String> values, Map<String, List<Group>> repeats) {
        public Group {
            values = Map.copyOf(values);
            repeats = repeats.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        }

        public Optional<String> find(String path) {
            return Optional.ofNullable(values.get(path));
        }

        public List<Group> list(String repeatPath) {
            return repeats.getOrDefault(repeatPath, List.of());
        }
    }

    /**
     * Reads a submission without asking whether it is a good one.
     *
     * @param repeatPaths the form's repeats ({@link FormDefinition#repeats()}); everything else is flat
     * @throws UnreadableSubmissionException when the bytes are no submission
     */
    public static Answers read(byte[] submission, Set<String> repeatPaths) {
        return AnswersReader.read(submission, repeatPaths);
    }

    public Optional<String> find(String path) {
        return root.find(path);
    }

    public List<Group> list(String repeatPath) {
        return root.list(repeatPath);
    }
}

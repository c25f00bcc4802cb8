package id.tuntas.forms;

import org.jspecify.annotations.Nullable;

/**
 * Why an uploaded form can't be used.
 *
 * @param node the path of the node ({@code /data/contact/result}); null when the whole file is meant
 * @param line of the file, from 1; 0 when it is not known
 * @param mend what to do about it
 */
public record FormProblem(String code, @Nullable String node, int line, Words message, Words mend) {}

package id.tuntas.demo.internal;

import id.tuntas.demo.internal.DemoPeople.Person;
import id.tuntas.platform.StorageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The passwords of the demo's accounts, in a file that only its owner reads: made at random before the first account is, so that a start that
 * is cut off loses none.
 */
@Component
@Profile("demo")
class DemoPasswords {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final Path file;
    private final String given;

    DemoPasswords(StorageSettings storage, DemoSettings settings) {
        this.file = storage.data().toAbsolutePath().resolve("demo-accounts.txt");
        this.given = settings.password();
    }

    Path file() {
        return file;
    }

    /** The passwords by username as they are kept; empty before the first start. */
    Map<String, String> kept() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split("\t", -1))
                            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]))
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the passwords are to be: the given one for all, else what is kept, else new ones. */
    Map<String, String> wanted(List<Person> people) {
        Map<String, String> kept = kept();
        SecureRandom random = new SecureRandom();
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Person person : people) {
            String old = kept.get(person.username());
            passwords.put(person.username(), !given.isBlank() ? given : old != null ? old : made(random));
        }
        return passwords;
    }

    void keep(List<Person> people, Map<String, String> passwords) {
        String text = people.stream()
                .map(person -> person.username() + "\t" + passwords.get(person.username()) + "\t"
                        + (person.role() == null ? "-" : person.role().key()) + "\t" + person.region() + "\t"
                        + person.name() + "\n")
                .collect(Collectors.joining());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part);
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}

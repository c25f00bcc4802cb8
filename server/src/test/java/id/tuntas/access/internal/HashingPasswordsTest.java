package id.tuntas.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashingPasswordsTest {

    /** The tests of the server hash more quickly. */
    @Test
    void takesAGuesserMemoryAndTime() {
        assertThat(new AccessConfiguration().passwordEncoder().encode("rahasia"))
                .startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }
}

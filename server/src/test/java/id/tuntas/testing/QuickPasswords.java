package id.tuntas.testing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes that take no time: a tenth of a second stops who guesses, and costs a test run minutes. */
@Configuration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int KIBIBYTES = 64;

    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, 1);
    }
}

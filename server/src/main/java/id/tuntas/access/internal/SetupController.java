package id.tuntas.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetupController {

    record Administrator(
            @Nullable String username,
            @Nullable String name,
            @Nullable String password) {}

    private final FirstAdministrator first;

    SetupController(FirstAdministrator first) {
        this.first = first;
    }

    @PostMapping("/api/v1/setup/{token}")
    @ResponseStatus(HttpStatus.CREATED)
    void create(@PathVariable String token, @RequestBody Administrator administrator) {
        first.create(token, text(administrator.username()), text(administrator.name()), text(administrator.password()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}

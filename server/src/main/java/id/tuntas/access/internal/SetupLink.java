package id.tuntas.access.internal;

import id.tuntas.platform.Welcome;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells the first administrator's link at each start of a server that has no administrator. */
@Component
@Profile("serve")
class SetupLink implements Welcome {

    private final FirstAdministrator first;

    SetupLink(FirstAdministrator first) {
        this.first = first;
    }

    @Override
    public List<String> lines(String address) {
        return first.newLink()
                .map(token -> List.of(
                        "Buat administrator pertama (sekali pakai) / Make the first administrator (works once):",
                        "  " + address + "/mulai/" + token))
                .orElse(List.of());
    }
}

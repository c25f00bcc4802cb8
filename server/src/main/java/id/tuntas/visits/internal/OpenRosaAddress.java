package id.tuntas.visits.internal;

import id.tuntas.platform.PublicAddress;
import org.springframework.stereotype.Component;

/** The address of one officer's OpenRosa server, as phones reach it. */
@Component
class OpenRosaAddress {

    private final PublicAddress address;

    OpenRosaAddress(PublicAddress address) {
        this.address = address;
    }

    String of(String key) {
        return address.base() + "/odk/key/" + key;
    }
}

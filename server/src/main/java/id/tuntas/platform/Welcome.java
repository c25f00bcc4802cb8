package id.tuntas.platform;

import java.util.List;

/** What a part of the server has to say on the terminal once it is ready, below the address. */
@FunctionalInterface
public interface Welcome {

    /** @param address as {@code http://localhost:8080} */
    List<String> lines(String address);
}

package id.tuntas.access;

import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A door whose clients read no problem documents: how it refuses a request that is turned away before any controller sees it. */
public interface RefusingDoor {

    /** Whether the request came to this door, by its address as it was sent. */
    boolean leadsTo(HttpServletRequest request);

    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}

package id.tuntas.platform.internal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages that a browser makes up itself all start from one document; paths with a dot are files and never come here. */
@RestController
class PageController {

    private static final String PATHS = "/{path:^(?!api$|odk$|healthz$|lapangan$)[^.]*$}";

    @GetMapping({"/", PATHS, PATHS + "/{a:[^.]*}", PATHS + "/{a:[^.]*}/{b:[^.]*}"})
    ResponseEntity<Resource> office() {
        return page("static/index.html");
    }

    @GetMapping({
        "/lapangan",
        "/lapangan/",
        "/lapangan/{a:[^.]*}",
        "/lapangan/{a:[^.]*}/{b:[^.]*}",
        "/lapangan/{a:[^.]*}/{b:[^.]*}/{c:[^.]*}"
    })
    ResponseEntity<Resource> field() {
        return page("static/lapangan/index.html");
    }

    private static ResponseEntity<Resource> page(String file) {
        Resource page = new ClassPathResource(file);
        return page.exists()
                ? ResponseEntity.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .body(page)
                : ResponseEntity.notFound().build();
    }
}

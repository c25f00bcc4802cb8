package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.internal.KeptPapers.KeptPaper;
import id.tuntas.platform.Brake;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Open to everybody: whether a paper is one that is kept here. The paper itself is never sent; its hash is made where it lies. */
@RestController
class KeptPaperController {

    private final KeptPapers papers;
    private final Brake brake;

    KeptPaperController(KeptPapers papers, Brake brake) {
        this.papers = papers;
        this.brake = brake;
    }

    @GetMapping("/api/v1/kept-papers/{key}")
    ResponseEntity<KeptPaper> show(@PathVariable String key, HttpServletRequest request) {
        brake.pass(request.getRemoteAddr());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(papers.get(key));
    }
}

package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.Page;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{id}")
class CaseFileController {

    private final CaseFile file;
    private final Timeline timeline;

    CaseFileController(CaseFile file, Timeline timeline) {
        this.file = file;
        this.timeline = timeline;
    }

    @GetMapping
    CaseShow show(Actor actor, @PathVariable UUID id, Locale locale) {
        return file.show(actor, id, locale);
    }

    @GetMapping("/timeline")
    Page<Timeline.Item> timeline(Actor actor, @PathVariable UUID id, Locale locale) {
        return new Page<>(timeline.of(actor, file.readable(actor, id), locale), null);
    }
}

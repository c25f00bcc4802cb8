package id.tuntas.regions.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions")
class RegionController {

    private static final List<String> LEVELS = List.of("regency", "district", "village");

    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    /** Regions of the person's own scope, and what they lie in: nobody is offered a filter that would show him nothing. */
    @GetMapping
    Page<Region> list(
            Actor actor, @RequestParam(defaultValue = "district") String level, @RequestParam @Nullable String parent) {
        if (!LEVELS.contains(level)) {
            throw Refusal.invalid("/level", "unknown");
        }
        return new Page<>(
                regions.list(level, parent).stream()
                        .filter(region -> actor.sees(region.code()))
                        .toList(),
                null);
    }
}

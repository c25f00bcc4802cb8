package id.tuntas.demo.internal;

import id.tuntas.demo.internal.DemoDays.Play;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Plays on in the background, where a page can watch it. */
@Component
@Profile("demo")
class DemoPlaying implements JobHandler {

    static final String KIND = "demo-play";

    private final DemoPlayer player;
    private final Json json;

    DemoPlaying(DemoPlayer player, Json json) {
        this.player = player;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable Object run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) {
        Play play = json.read(payload.toString(), Play.class);
        long steps = player.stepsTo(play.day());
        player.playTo(play.day(), new DemoProgress(steps, (done, total) -> progress.at("play", done, total)));
        return play;
    }
}

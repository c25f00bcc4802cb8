package id.tuntas.platform.internal;

import id.tuntas.platform.Readiness;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController {

    private final Readiness readiness;
    private final JdbcClient jdbc;

    HealthController(Readiness readiness, JdbcClient jdbc) {
        this.readiness = readiness;
        this.jdbc = jdbc;
    }

    /** 200 once the server may take work and its database answers; 503 until then. */
    @GetMapping("/healthz")
    ResponseEntity<Map<String, String>> health() {
        if (!readiness.ready()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "starting"));
        }
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok(Map.of("status", "ready"));
    }
}

package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Device;
import id.tuntas.access.Devices;
import id.tuntas.access.OfficeKeys;
import id.tuntas.access.OfficeKeys.PublicJwk;
import id.tuntas.access.Verb;
import id.tuntas.platform.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An officer's phone makes itself known; the office sees the phones and revokes lost ones. */
@RestController
@RequestMapping("/api/v1")
class DeviceController {

    record DeviceForm(@Nullable String deviceId, @Nullable String name) {}

    record RevokeForm(@Nullable String reason) {}

    record Registered(
            String deviceId, PublicJwk officeKey, PublicJwk exportKey, int wipeAfterDays, Instant serverTime) {}

    private final Devices devices;
    private final OfficeKeys keys;
    private final Clock clock;

    DeviceController(Devices devices, OfficeKeys keys, Clock clock) {
        this.devices = devices;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping("/me/devices")
    Registered register(Actor actor, @RequestBody DeviceForm form) {
        actor.require(Verb.VISIT_SUBMIT);
        Device device = devices.register(actor, text(form.deviceId()), text(form.name()));
        return new Registered(
                device.deviceId(), keys.signingKey(), keys.exportKey(), Devices.WIPE_AFTER_DAYS, clock.instant());
    }

    @GetMapping("/devices")
    Page<Device> list(
            Actor actor,
            @RequestParam @Nullable UUID officer,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        return devices.list(actor, officer, after, Page.limit(limit));
    }

    @PostMapping("/devices/{id}/revoke")
    Device revoke(Actor actor, @PathVariable UUID id, @RequestBody RevokeForm form) {
        return devices.revoke(actor, id, text(form.reason()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

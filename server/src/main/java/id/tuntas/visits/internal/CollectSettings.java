package id.tuntas.visits.internal;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import id.tuntas.platform.Json;
import id.tuntas.platform.QrPicture;
import id.tuntas.platform.Regency;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.springframework.stereotype.Component;

/** How ODK Collect is told its server: a JSON of settings, zlib, base64, as a QR code (docs.getodk.org, Importing and exporting settings). */
@Component
class CollectSettings {

    private static final int PIXELS = 600;

    private final Json json;
    private final Regency regency;

    CollectSettings(Json json, Regency regency) {
        this.json = json;
        this.regency = regency;
    }

    /** What the QR code holds. */
    String qr(String serverUrl) {
        Map<String, Object> settings = Map.of(
                "general",
                Map.of(
                        "server_url", serverUrl,
                        "form_update_mode", "match_exactly",
                        "autosend", "wifi_and_cellular"),
                "admin",
                Map.of(),
                "project",
                Map.of("name", "Tuntas " + regency.name(), "icon", "T", "color", "#0f5c4c"));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater)) {
            out.write(json.write(settings).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(compressed.toByteArray());
    }

    byte[] png(String serverUrl) {
        return QrPicture.png(qr(serverUrl), PIXELS, ErrorCorrectionLevel.L);
    }
}

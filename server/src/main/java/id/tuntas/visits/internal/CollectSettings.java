package id.tuntas.visits.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import id.tuntas.platform.Json;
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
        try {
            ByteArrayOutputStream image = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(
                    new QRCodeWriter()
                            .encode(
                                    qr(serverUrl),
                                    BarcodeFormat.QR_CODE,
                                    PIXELS,
                                    PIXELS,
                                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L)),
                    "png",
                    image);
            return image.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (WriterException tooLong) {
            throw new IllegalStateException("the server's address is too long for a QR code", tooLong);
        }
    }
}

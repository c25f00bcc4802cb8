package id.tuntas.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A text as a QR code, in black and white with its quiet zone. */
public final class QrPicture {

    private QrPicture() {}

    /** @param sturdy what of the picture may be lost: on paper more, on a screen less */
    public static byte[] png(String text, int pixels, ErrorCorrectionLevel sturdy) {
        try {
            ByteArrayOutputStream image = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    pixels,
                                    pixels,
                                    Map.of(EncodeHintType.ERROR_CORRECTION, sturdy)),
                    "png",
                    image);
            return image.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length(), tooLong);
        }
    }
}

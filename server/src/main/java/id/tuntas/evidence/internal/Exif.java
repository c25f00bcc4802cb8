package id.tuntas.evidence.internal;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import id.tuntas.evidence.PhotoTrace;
import id.tuntas.platform.BusinessClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a photo's EXIF tells. A camera that names no zone is taken to be set to the house's. */
final class Exif {

    /** CIPA DC-008 (Exif), 4.6.6: DateTimeOriginal. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    private Exif() {}

    /** Null when the file has no EXIF, or none that can be read. */
    static @Nullable PhotoTrace of(Path image) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(image.toFile());
            Instant takenAt = takenAt(metadata);
            GeoLocation place = place(metadata);
            return takenAt == null && place == null
                    ? null
                    : new PhotoTrace(
                            takenAt,
                            place == null ? null : place.getLatitude(),
                            place == null ? null : place.getLongitude());
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant takenAt(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                .map(Exif::takenAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant takenAt(ExifSubIFDDirectory exif) {
        String time = exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        String offset = exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL);
        try {
            ZoneId zone = offset == null ? BusinessClock.ZONE : ZoneOffset.of(offset.strip());
            return time == null
                    ? null
                    : LocalDateTime.parse(time.strip(), TIME).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable GeoLocation place(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .map(GpsDirectory::getGeoLocation)
                .filter(place -> place != null && !place.isZero())
                .findFirst()
                .orElse(null);
    }
}

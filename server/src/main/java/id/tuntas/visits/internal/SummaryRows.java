package id.tuntas.visits.internal;

import id.tuntas.evidence.EvidenceFile;
import id.tuntas.evidence.PhotoTrace;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Json;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.VisitAttachment;
import id.tuntas.visits.VisitConflict;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.VisitSummary.Return;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;

/** Reads a visit's summary from a row of {@link VisitQueries}. */
final class SummaryRows implements RowMapper<VisitSummary> {

    private record StoredConflict(
            String code,
            String detail,
            OffsetDateTime at,
            @Nullable OffsetDateTime resolvedAt) {}

    private record StoredAttachment(
            String name,
            String sha256,
            long size,
            String mediaType,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable OffsetDateTime takenAt,
            @Nullable Double takenLat,
            @Nullable Double takenLng,
            boolean accepted,
            OffsetDateTime at) {

        VisitAttachment attachment() {
            return new VisitAttachment(
                    name, new EvidenceFile(sha256, size, mediaType, width, height, trace(), accepted), at.toInstant());
        }

        private @Nullable PhotoTrace trace() {
            return takenAt == null && takenLat == null
                    ? null
                    : new PhotoTrace(takenAt == null ? null : takenAt.toInstant(), takenLat, takenLng);
        }
    }

    private final Json json;

    SummaryRows(Json json) {
        this.json = json;
    }

    @Override
    public VisitSummary mapRow(ResultSet row, int n) throws SQLException {
        List<VisitAttachment> attachments =
                json.read(row.getString("attachments"), new TypeReference<List<StoredAttachment>>() {}).stream()
                        .map(StoredAttachment::attachment)
                        .toList();
        List<String> names = attachments.stream().map(VisitAttachment::name).toList();
        List<String> missing = List.of((String[]) row.getArray("file_names").getArray()).stream()
                .filter(name -> !names.contains(name))
                .toList();
        return new VisitSummary(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getString("instance_id"),
                row.getObject("family_id", UUID.class),
                row.getString("named"),
                row.getObject("round_id", UUID.class),
                row.getString("district_code"),
                row.getString("village_code"),
                row.getString("region_code"),
                row.getObject("officer_id", UUID.class),
                row.getBoolean("current"),
                row.getObject("revisit_id", UUID.class),
                row.getInt("revision"),
                row.getInt("version"),
                VisitState.findByKey(row.getString("state")).orElseThrow(),
                row.getString("form_id"),
                row.getString("form_version"),
                code(row, "contact").flatMap(ContactResult::findByCode).orElse(null),
                code(row, "proposed").flatMap(Finding::findByCode).orElse(null),
                code(row, "confirmed").flatMap(Finding::findByCode).orElse(null),
                row.getTimestamp("visited_at").toInstant(),
                row.getTimestamp("phone_time") == null
                        ? null
                        : row.getTimestamp("phone_time").toInstant(),
                row.getObject("skew_seconds", Long.class),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("minutes", Integer.class),
                row.getObject("lat", Double.class),
                row.getObject("lng", Double.class),
                conflicts(row.getString("conflicts")),
                attachments,
                missing,
                row.getInt("borrowed"),
                returned(row));
    }

    private List<VisitConflict> conflicts(String stored) {
        return json.read(stored, new TypeReference<List<StoredConflict>>() {}).stream()
                .map(conflict -> new VisitConflict(
                        ConflictCode.findByKey(conflict.code()).orElseThrow(),
                        conflict.detail(),
                        conflict.at().toInstant(),
                        instant(conflict.resolvedAt())))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Return returned(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("returned_at");
        return at == null
                ? null
                : new Return(
                        row.getString("returned_reason"),
                        List.of((String[]) row.getArray("returned_fields").getArray()),
                        at.toInstant());
    }

    private static Optional<String> code(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}

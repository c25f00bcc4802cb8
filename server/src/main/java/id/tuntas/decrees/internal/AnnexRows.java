package id.tuntas.decrees.internal;

import id.tuntas.decrees.internal.Candidate.Meeting;
import id.tuntas.decrees.internal.Candidate.Word;
import id.tuntas.decrees.internal.Locked.Effect;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Json;
import id.tuntas.regions.Regions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Families of a draft as rows of an annex, and back. */
@Component
class AnnexRows {

    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Regions regions;
    private final Json json;

    AnnexRows(Regions regions, Json json) {
        this.regions = regions;
        this.json = json;
    }

    AnnexRow read(Line line) {
        return json.read(line.content(), AnnexRow.class);
    }

    /** @param family on the draft's list */
    Line line(Candidate family, String reason) {
        return new Line(family.id(), family.number(), Effect.LISTED, reason, json.write(row(family, null)));
    }

    /** @param now the family as the draft has it; null when it is no more */
    Line struck(Line listed, @Nullable Candidate now, String reason) {
        String content = now == null || now.verdict() != Verdict.LISTED
                ? listed.content()
                : json.write(row(now, Objects.requireNonNull(now.meeting()).heldOn()));
        return new Line(listed.familyId(), listed.number(), Effect.STRUCK, reason, content);
    }

    private AnnexRow row(Candidate family, @Nullable LocalDate upheldOn) {
        Meeting meeting = Objects.requireNonNull(family.meeting());
        Word word = Objects.requireNonNull(meeting.word());
        return new AnnexRow(
                family.id(),
                family.number(),
                family.name(),
                family.address(),
                family.hamlet(),
                family.village(),
                regions.name(family.village()),
                family.district(),
                regions.name(family.district()),
                family.rosterKey(),
                family.rosterRelease(),
                family.listed(),
                family.persons(),
                key(family.finding()),
                key(word.held()),
                meeting.id(),
                meeting.edition(),
                Objects.requireNonNull(family.visitId()),
                upheldOn,
                salt());
    }

    private static @Nullable String key(@Nullable Finding finding) {
        return finding == null ? null : finding.key();
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Hashes.hex(salt);
    }
}

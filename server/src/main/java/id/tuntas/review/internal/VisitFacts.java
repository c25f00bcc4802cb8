package id.tuntas.review.internal;

import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.PhoneRecord.PhotoNote;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.VervalAnswers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the quality checks look at.
 *
 * @param distance metres from the village's centroid; null without a location or a centroid
 * @param minutes from opening the form to finishing it; null when the device did not say
 * @param skewSeconds how far the phone's clock was ahead; null when nobody measured it
 * @param borrowedPhotos photos that another family's visit has shown already
 * @param repeatedPhotos photos beyond the first that are the same file as another one of this visit
 * @param photos what is known of the photos beyond their pictures
 * @param brokenRules answers that do not fit the form
 * @param attemptsRequired before "not found" may be said
 */
record VisitFacts(
        VervalAnswers answers,
        FindingProposal proposal,
        @Nullable Double distance,
        @Nullable Integer minutes,
        Instant visitedAt,
        @Nullable Long skewSeconds,
        List<PhotoKind> missingPhotos,
        int borrowedPhotos,
        int repeatedPhotos,
        List<PhotoNote> photos,
        int brokenRules,
        int attemptsRequired) {}

package id.tuntas.review.internal;

import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.PhoneRecord.PhotoNote;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.Words;
import id.tuntas.review.internal.VisitShow.Photo;
import id.tuntas.visits.VisitAttachment;
import id.tuntas.visits.VisitDetail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reviewer sees of a visit's pictures. */
final class VisitPhotos {

    private static final String SIGNATURE = "/data/closing/signature";

    private VisitPhotos() {}

    /** The kinds of evidence, then the pictures that only this form asks for, each under the path of its question. */
    static List<Photo> all(VisitDetail visit, FormDefinition form) {
        Map<PhotoKind, String> evidence = visit.verval().photos();
        Stream<Photo> known = Arrays.stream(PhotoKind.values())
                .filter(evidence::containsKey)
                .flatMap(kind -> photo(visit, kind.key(), kind.label(), evidence.get(kind)));
        Stream<Photo> others = AnswerSheet.images(form, visit.answers()).stream()
                .filter(image -> !evidence.containsValue(image.value())
                        && !image.value().equals(visit.verval().signature()))
                .flatMap(image -> photo(visit, image.path(), image.label(), image.value()));
        return Stream.concat(known, others).toList();
    }

    static @Nullable Photo signature(VisitDetail visit, FormDefinition form) {
        String file = visit.verval().signature();
        Words label = form.findQuestion(SIGNATURE).map(FormQuestion::label).orElse(Words.same(SIGNATURE));
        return file == null
                ? null
                : photo(visit, "signature", label, file).findFirst().orElse(null);
    }

    /** All files that came under a name, though one is the rule; what is no evidence is not shown. */
    private static Stream<Photo> photo(VisitDetail visit, String kind, Words label, @Nullable String name) {
        return visit.summary().attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .map(VisitAttachment::file)
                .filter(file -> file.accepted() && file.mediaType().startsWith("image/"))
                .map(file -> {
                    String url = "/api/v1/evidence/" + file.sha256();
                    PhotoNote note = QualityMarks.photos(visit).stream()
                            .filter(photo -> photo.sha256().equals(file.sha256()))
                            .findFirst()
                            .orElseThrow();
                    return new Photo(
                            kind,
                            String.valueOf(name),
                            label,
                            file.sha256(),
                            file.width(),
                            file.height(),
                            note.takenAt(),
                            note.fault(),
                            note.reason(),
                            url,
                            url + "?size=thumb");
                });
    }
}

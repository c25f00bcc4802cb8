package id.tuntas.cases;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;

/**
 * Counts of families.
 *
 * @param assigned have an officer
 * @param visited have a visit that counts: waiting, returned or approved; findings and contacts speak of these
 * @param waiting for their review
 */
public record Tally(
        int total,
        int assigned,
        int visited,
        int waiting,
        int returned,
        int approved,
        int extremelyPoor,
        int poor,
        int notPoor,
        int found,
        int moved,
        int deceased,
        int notFound,
        int duplicate,
        int refused) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What one family adds to every count above it. */
    public static Tally of(FamilyCase family) {
        CaseState state = family.state();
        Finding finding = family.finding();
        ContactResult contact = family.contact();
        return new Tally(
                1,
                one(family.officerId() != null),
                one(state.hasVisit()),
                one(state == CaseState.VISITED),
                one(state == CaseState.RETURNED),
                one(state == CaseState.APPROVED),
                one(finding == Finding.EXTREMELY_POOR),
                one(finding == Finding.POOR),
                one(finding == Finding.NOT_POOR),
                one(contact == ContactResult.FOUND),
                one(contact == ContactResult.MOVED),
                one(contact == ContactResult.DECEASED),
                one(contact == ContactResult.NOT_FOUND),
                one(contact == ContactResult.DUPLICATE),
                one(contact == ContactResult.REFUSED));
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    public Tally plus(Tally other) {
        return plus(other, 1);
    }

    public Tally minus(Tally other) {
        return plus(other, -1);
    }

    private Tally plus(Tally other, int sign) {
        return new Tally(
                total + sign * other.total,
                assigned + sign * other.assigned,
                visited + sign * other.visited,
                waiting + sign * other.waiting,
                returned + sign * other.returned,
                approved + sign * other.approved,
                extremelyPoor + sign * other.extremelyPoor,
                poor + sign * other.poor,
                notPoor + sign * other.notPoor,
                found + sign * other.found,
                moved + sign * other.moved,
                deceased + sign * other.deceased,
                notFound + sign * other.notFound,
                duplicate + sign * other.duplicate,
                refused + sign * other.refused);
    }
}

package id.tuntas.ledger;

import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Optional;

/** A room that keeps what its entries are a digest of, so that an audit can hold one against the other. */
public interface KeptContent {

    /** The first entry whose content is gone or another one, or the first content that no entry speaks of; in every regency. */
    Optional<Misfit> firstMisfit();

    /** Whose a kept file is, as far as this room knows, a few of them where they are many. */
    default List<Text> keepersOf(String regencyCode, String sha256) {
        return List.of();
    }

    /** The first kept file that is gone or another one; reads every one from end to end, and tells how far it has come. */
    default Optional<Misfit> firstBrokenFile(AuditWatch watch) {
        return Optional.empty();
    }
}

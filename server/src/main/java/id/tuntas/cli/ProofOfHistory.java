package id.tuntas.cli;

import id.tuntas.ledger.HistoryProof;
import id.tuntas.ledger.SealedEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the proof of a family's history shows, and against a block's hash that was kept elsewhere. */
final class ProofOfHistory {

    private final HistoryProof proof;
    private final @Nullable String block;
    private final NavigableMap<Long, String> chain;
    /** Number of the block that was named. */
    private final Optional<Long> named;

    ProofOfHistory(HistoryProof proof, @Nullable String block) {
        this.proof = proof;
        this.block = block;
        this.chain = proof.chain();
        this.named = chain.entrySet().stream()
                .filter(one -> one.getValue().equals(block))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean holds() {
        return !chain.isEmpty() && (block == null || named.isPresent());
    }

    /** How many were sealed when the named block was, at the latest. */
    private @Nullable Long before() {
        return named.map(number -> proof.entries().stream()
                        .filter(entry -> entry.block() <= number)
                        .count())
                .orElse(null);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("holds", holds());
        document.put("number", proof.number());
        document.put("subject", proof.subject());
        document.put("entries", proof.entries().size());
        document.put("blocks", proof.blocks().size());
        document.put("last", proof.last());
        document.put("blockGiven", block != null);
        document.put("entriesBefore", before());
        return document;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (holds()) {
            lines.add(
                    "Terbukti, catatan buku besar tentang %s (nomor menurut berkas) / proven, entries of the ledger on %1$s (the number as the file has it): %d"
                            .formatted(proof.number(), proof.entries().size()));
            for (SealedEntry entry : proof.entries()) {
                lines.add("  %s %s, blok / block %d".formatted(entry.at(), entry.verb(), entry.block()));
            }
            lines.add("Terbukti, blok tersambung tanpa putus / proven, blocks without a gap: %d sampai / to %d"
                    .formatted(chain.firstKey(), chain.lastKey()));
            if (before() != null) {
                lines.add(
                        "Terbukti sudah ada saat blok %d itu ditutup / proven to be there when that block %1$d was sealed: %d"
                                .formatted(named.orElseThrow(), before()));
            }
            lines.add(
                    "TIDAK terbukti: bahwa tidak ada catatan lain; itu dijaga audit verify / NOT proven: that there is no other entry; audit verify looks for that");
        } else {
            lines.add(
                    chain.isEmpty()
                            ? "TIDAK terbukti: isi berkas ini tidak saling cocok / NOT proven: what this file holds does not fit together"
                            : "TIDAK terbukti: blok dengan sidik itu tidak ada dalam berkas ini / NOT proven: no block of this file has that hash");
        }
        lines.add("Sidik blok terakhir / hash of the last block: " + proof.last());
        if (block == null) {
            lines.add(
                    "Cocokkan dengan sidik yang disimpan di luar, misalnya di lampiran SK, lewat --block / hold it against a hash that was kept outside, as a decree's annex, by --block");
        }
        return lines;
    }
}

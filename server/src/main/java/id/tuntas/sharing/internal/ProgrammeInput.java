package id.tuntas.sharing.internal;

import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import java.util.Set;
import java.util.UUID;

/** @param cost rupiah for one unit; 0 when it is given in kind or depends */
record ProgrammeInput(
        UUID id,
        String code,
        String name,
        int pillar,
        Funding funding,
        long cost,
        Set<Need> needs,
        Set<String> notWith) {}

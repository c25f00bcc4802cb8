package id.tuntas.cases.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Deals the families of villages out to officers so that everybody has about as much to do and few villages are shared.
 *
 * <p>Each district stands for itself. Its villages are strung on a chain of nearest neighbours, and the chain is cut into one stretch for each
 * officer: so an officer's villages lie together. Loads inside a district differ by two families at most (beside what an officer keeps
 * already), and within that freedom as many cuts as possible fall between two villages. The same input always gives the same plan.
 */
final class BalancedPlan {

    /** @param keeps families that stay with the officer, by village; they count as load */
    record PlanOfficer(UUID id, String name, List<String> regions, Map<String, Integer> keeps) {

        int load() {
            return keeps.values().stream().mapToInt(Integer::intValue).sum();
        }

        boolean covers(String code) {
            return regions.stream().anyMatch(region -> code.equals(region) || code.startsWith(region + "."));
        }
    }

    record PlanVillage(String code, double lat, double lng, int families) {

        String district() {
            return RosterIntake.districtOf(code);
        }
    }

    record Part(String village, int families) {}

    /** @param district where the officer is put to work by this plan */
    record Share(UUID officerId, String district, List<Part> parts) {

        Share {
            parts = List.copyOf(parts);
        }
    }

    /** @param unplaced families in villages that no officer covers */
    record Plan(List<Share> shares, int unplaced) {

        Plan {
            shares = List.copyOf(shares);
        }
    }

    private BalancedPlan() {}

    static Plan of(List<PlanOfficer> officers, List<PlanVillage> villages) {
        Map<String, List<PlanVillage>> byDistrict = new TreeMap<>();
        villages.stream()
                .filter(village -> village.families() > 0)
                .sorted(Comparator.comparing(PlanVillage::code))
                .forEach(village -> byDistrict
                        .computeIfAbsent(village.district(), code -> new ArrayList<>())
                        .add(village));
        Map<String, List<PlanOfficer>> staff = staff(officers, byDistrict);
        List<Share> shares = new ArrayList<>();
        int unplaced = 0;
        for (Map.Entry<String, List<PlanVillage>> district : byDistrict.entrySet()) {
            Map<UUID, List<Part>> parts = new LinkedHashMap<>();
            List<PlanOfficer> here = staff.getOrDefault(district.getKey(), List.of());
            unplaced += deal(district.getKey(), district.getValue(), here, parts);
            here.forEach(officer -> shares.add(
                    new Share(officer.id(), district.getKey(), parts.getOrDefault(officer.id(), List.of()))));
        }
        return new Plan(shares, unplaced);
    }

    /** Who works where. Somebody who may work in several districts goes where most families wait for each officer. */
    private static Map<String, List<PlanOfficer>> staff(
            List<PlanOfficer> officers, Map<String, List<PlanVillage>> byDistrict) {
        Map<String, List<PlanOfficer>> staff = new TreeMap<>();
        List<PlanOfficer> roaming = new ArrayList<>();
        officers.stream()
                .sorted(Comparator.comparing(PlanOfficer::name).thenComparing(PlanOfficer::id))
                .forEach(officer -> {
                    List<String> possible = possible(officer, byDistrict);
                    if (possible.size() > 1) {
                        roaming.add(officer);
                    } else if (possible.size() == 1) {
                        staff.computeIfAbsent(possible.getFirst(), code -> new ArrayList<>())
                                .add(officer);
                    }
                });
        for (PlanOfficer officer : roaming) {
            String neediest = possible(officer, byDistrict).stream()
                    .max(Comparator.comparingDouble(
                                    (String code) -> need(byDistrict.get(code), staff.getOrDefault(code, List.of())))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            staff.computeIfAbsent(neediest, code -> new ArrayList<>()).add(officer);
        }
        return staff;
    }

    private static List<String> possible(PlanOfficer officer, Map<String, List<PlanVillage>> byDistrict) {
        return byDistrict.entrySet().stream()
                .filter(district -> district.getValue().stream().anyMatch(village -> officer.covers(village.code())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double need(List<PlanVillage> villages, List<PlanOfficer> staff) {
        int families = villages.stream().mapToInt(PlanVillage::families).sum()
                + staff.stream().mapToInt(PlanOfficer::load).sum();
        return staff.isEmpty() ? Double.MAX_VALUE : (double) families / staff.size();
    }

    /** Returns how many families nobody here may take. */
    private static int deal(
            String district, List<PlanVillage> villages, List<PlanOfficer> staff, Map<UUID, List<Part>> parts) {
        List<PlanVillage> chain = chain(villages);
        List<PlanOfficer> everywhere =
                staff.stream().filter(officer -> officer.covers(district)).toList();
        List<PlanOfficer> bound =
                staff.stream().filter(officer -> !officer.covers(district)).toList();
        Map<String, Integer> left = new LinkedHashMap<>();
        chain.forEach(village -> left.put(village.code(), village.families()));
        int level = staff.isEmpty() ? 0 : level(villages, staff);
        for (PlanOfficer officer : bound) {
            int wanted = level - officer.load();
            for (PlanVillage village : chain) {
                int taken =
                        officer.covers(village.code()) ? Math.min(Math.max(wanted, 0), left.get(village.code())) : 0;
                if (taken > 0) {
                    parts.computeIfAbsent(officer.id(), id -> new ArrayList<>()).add(new Part(village.code(), taken));
                    left.merge(village.code(), -taken, Integer::sum);
                    wanted -= taken;
                }
            }
        }
        int families = left.values().stream().mapToInt(Integer::intValue).sum();
        if (everywhere.isEmpty()) {
            return families;
        }
        slice(left, inOrderOf(left, everywhere), families, parts);
        return 0;
    }

    private static int level(List<PlanVillage> villages, List<PlanOfficer> staff) {
        int families = villages.stream().mapToInt(PlanVillage::families).sum()
                + staff.stream().mapToInt(PlanOfficer::load).sum();
        return Math.ceilDiv(families, staff.size());
    }

    /** From the westernmost village always on to the nearest one that is left. */
    static List<PlanVillage> chain(List<PlanVillage> villages) {
        List<PlanVillage> left = new ArrayList<>(villages);
        List<PlanVillage> chain = new ArrayList<>();
        PlanVillage at = left.stream()
                .min(Comparator.comparingDouble(PlanVillage::lng).thenComparing(PlanVillage::code))
                .orElseThrow();
        while (true) {
            chain.add(at);
            left.remove(at);
            if (left.isEmpty()) {
                return chain;
            }
            PlanVillage from = at;
            at = left.stream()
                    .min(Comparator.comparingDouble((PlanVillage village) -> distance(from, village))
                            .thenComparing(PlanVillage::code))
                    .orElseThrow();
        }
    }

    /** Square of the distance on a flat earth, in degrees of latitude: enough to tell near from far inside one regency. */
    private static double distance(PlanVillage one, PlanVillage other) {
        double north = one.lat() - other.lat();
        double east = (one.lng() - other.lng()) * Math.cos(Math.toRadians(one.lat()));
        return north * north + east * east;
    }

    /** Officers who keep families come in the order in which those lie on the chain; the others follow by name. */
    private static List<PlanOfficer> inOrderOf(Map<String, Integer> chain, List<PlanOfficer> officers) {
        Map<String, Integer> place = new HashMap<>();
        chain.keySet().forEach(village -> place.put(village, place.size()));
        return officers.stream()
                .sorted(Comparator.comparingDouble((PlanOfficer officer) -> officer.keeps().keySet().stream()
                        .filter(place::containsKey)
                        .mapToInt(place::get)
                        .average()
                        .orElse(Double.MAX_VALUE)))
                .toList();
    }

    private static void slice(
            Map<String, Integer> chain, List<PlanOfficer> officers, int families, Map<UUID, List<Part>> parts) {
        int[] sizes = ChainCuts.sizes(
                officers.stream().mapToInt(PlanOfficer::load).toArray(),
                chain.values().stream().mapToInt(Integer::intValue).toArray(),
                families);
        Map<String, Integer> left = new LinkedHashMap<>(chain);
        for (int i = 0; i < sizes.length; i++) {
            int wanted = sizes[i];
            List<Part> taken = parts.computeIfAbsent(officers.get(i).id(), id -> new ArrayList<>());
            for (Map.Entry<String, Integer> village : left.entrySet()) {
                int n = Math.min(wanted, village.getValue());
                if (n > 0) {
                    taken.add(new Part(village.getKey(), n));
                    village.setValue(village.getValue() - n);
                    wanted -= n;
                }
            }
        }
    }
}

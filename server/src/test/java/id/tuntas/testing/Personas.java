package id.tuntas.testing;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * People with fixed rights, made on first use: Ani officer and Budi coordinator in Sukasada (51.08.05), Hana coordinator and Iwan officer in
 * Tejakula (51.08.09), Citra regency coordinator, Dewa agency, Eka leader, Fajar auditor, Gita without rights, Lina of another regency; Nyoman both
 * officer in Sukasada and regency coordinator, Maya another regency coordinator, Putu agency in Sukasada; Oka coordinator
 * and Rai officer in the western districts; Wira of the regent's office.
 */
@Component
public class Personas {

    public static final String PASSWORD = "rahasia sekali 123";
    public static final String REGENCY = "51.08";
    public static final String SUKASADA = "51.08.05";
    public static final String TEJAKULA = "51.08.09";

    public static final List<String> WEST = List.of("51.08.01", "51.08.02", "51.08.04", "51.08.03");

    private static final Map<String, List<Grant>> GRANTS = Map.ofEntries(
            Map.entry("ani", List.of(new Grant(Role.OFFICER, SUKASADA))),
            Map.entry("budi", List.of(new Grant(Role.DISTRICT_COORDINATOR, SUKASADA))),
            Map.entry("citra", List.of(new Grant(Role.REGENCY_COORDINATOR, REGENCY))),
            Map.entry("dewa", List.of(new Grant(Role.AGENCY, REGENCY))),
            Map.entry("eka", List.of(new Grant(Role.LEADER, REGENCY))),
            Map.entry("fajar", List.of(new Grant(Role.AUDITOR, REGENCY))),
            Map.entry("gita", List.of()),
            Map.entry("hana", List.of(new Grant(Role.DISTRICT_COORDINATOR, TEJAKULA))),
            Map.entry("iwan", List.of(new Grant(Role.OFFICER, TEJAKULA))),
            Map.entry("joko", List.of(new Grant(Role.ADMIN, REGENCY))),
            Map.entry("kadek", List.of(new Grant(Role.OFFICER, SUKASADA))),
            Map.entry(
                    "nyoman", List.of(new Grant(Role.OFFICER, SUKASADA), new Grant(Role.REGENCY_COORDINATOR, REGENCY))),
            Map.entry("putu", List.of(new Grant(Role.AGENCY, SUKASADA))),
            Map.entry("maya", List.of(new Grant(Role.REGENCY_COORDINATOR, REGENCY))),
            Map.entry("oka", in(WEST, Role.DISTRICT_COORDINATOR)),
            Map.entry("rai", in(WEST, Role.OFFICER)),
            Map.entry("wira", List.of(new Grant(Role.REGENT_OFFICE, REGENCY))),
            Map.entry("lina", List.of(new Grant(Role.REGENCY_COORDINATOR, "51.07"))));

    private static List<Grant> in(List<String> districts, Role role) {
        return districts.stream().map(district -> new Grant(role, district)).toList();
    }

    private final Accounts accounts;

    Personas(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The actor of a name above. */
    public synchronized Actor actor(String name) {
        String regency = name.equals("lina") ? "51.07" : REGENCY;
        Account account = accounts.findByUsername(name)
                .orElseGet(() -> accounts.create(
                        null,
                        new NewAccount(
                                regency,
                                name,
                                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                                null,
                                PASSWORD,
                                GRANTS.get(name))));
        return accounts.actor(regency, account.id());
    }
}

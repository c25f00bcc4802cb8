package id.tuntas.programmes.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Agencies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AgencyDesk implements Agencies {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Ledger ledger;

    AgencyDesk(JdbcClient jdbc, Accounts accounts, Ledger ledger) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Override
    public List<Agency> list(String regencyCode) {
        return jdbc.sql("""
                select a.id, a.name, array(select p.account_id from programmes.agency_person p
                    where p.regency_code = a.regency_code and p.agency_id = a.id order by p.account_id) as people
                from programmes.agency a where a.regency_code = :regency order by a.name
                """)
                .param("regency", regencyCode)
                .query((row, n) -> new Agency(row.getObject("id", UUID.class), row.getString("name"), List.of((UUID[])
                        row.getArray("people").getArray())))
                .list();
    }

    @Override
    @Transactional
    public void appoint(Actor actor, UUID agencyId, Set<UUID> people) {
        actor.require(Verb.PROGRAMME_MANAGE, actor.regencyCode());
        if (list(actor.regencyCode()).stream().noneMatch(one -> one.id().equals(agencyId))) {
            throw Refusal.notFound();
        }
        Set<UUID> able = accounts.withRole(actor.regencyCode(), Role.AGENCY, actor.regencyCode()).stream()
                .map(Account::id)
                .collect(Collectors.toSet());
        if (!able.containsAll(people)) {
            throw Refusal.invalid("/people", "not-of-an-agency");
        }
        jdbc.sql("delete from programmes.agency_person where regency_code = :regency and agency_id = :agency")
                .param("regency", actor.regencyCode())
                .param("agency", agencyId)
                .update();
        for (UUID person : people) {
            jdbc.sql("insert into programmes.agency_person values (:regency, :agency, :person)")
                    .param("regency", actor.regencyCode())
                    .param("agency", agencyId)
                    .param("person", person)
                    .update();
        }
        List<String> named = new TreeSet<>(people).stream().map(UUID::toString).toList();
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "agency.appointed",
                "agency",
                agencyId,
                actor.regencyCode(),
                Map.of("people", named),
                String.join(",", named).getBytes(StandardCharsets.UTF_8)));
    }
}

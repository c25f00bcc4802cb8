package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries to the families that an officer visits. */
@Component
class DeliveredQueries {

    /**
     * One delivery that waits for the officer's word.
     *
     * @param persons for how many it is; null unless the programme counts persons
     * @param struck null while the family is on the list
     * @param alsoFor how many other interventions are shown by a file that shows this one
     */
    record DeliveredView(
            UUID id,
            int version,
            UUID caseId,
            String caseNumber,
            String name,
            String address,
            String villageName,
            String programme,
            @Nullable Integer persons,
            String agency,
            LocalDate deliveredOn,
            @Nullable Long amount,
            @Nullable Struck struck,
            int alsoFor) {}

    private final JdbcClient jdbc;
    private final Regions regions;

    DeliveredQueries(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    List<DeliveredView> of(Actor officer) {
        return jdbc.sql("""
                select i.*, f.number, f.head_name, f.address, f.village_code, p.name as programme,
                    case when p.unit = 'person' then i.units end as persons, a.name as agency,
                    (select count(distinct o.intervention_id) from interventions.step s
                        join interventions.proof pr on pr.regency_code = s.regency_code and pr.step_id = s.id
                        join interventions.proof same on same.regency_code = pr.regency_code and same.sha256 = pr.sha256
                        join interventions.step o on o.regency_code = same.regency_code and o.id = same.step_id
                        where s.regency_code = i.regency_code and s.intervention_id = i.id and o.intervention_id <> i.id) as also_for,
                """ + Struck.COLUMNS + """
                from interventions.intervention i
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                join programmes.agency a on a.regency_code = p.regency_code and a.id = p.agency_id
                """ + Struck.JOIN + """
                where i.regency_code = :regency and i.state = 'delivered' and
                """ + InterventionStore.OFFICERS_OWN
                        + "order by i.delivered_on, i.id")
                .param("regency", officer.regencyCode())
                .param("submit", officer.scope(Verb.VISIT_SUBMIT))
                .param("me", officer.id())
                .query((row, n) -> new DeliveredView(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getObject("family_id", UUID.class),
                        row.getString("number"),
                        row.getString("head_name"),
                        row.getString("address"),
                        regions.name(row.getString("village_code")),
                        row.getString("programme"),
                        row.getObject("persons", Integer.class),
                        row.getString("agency"),
                        row.getObject("delivered_on", LocalDate.class),
                        row.getObject("amount", Long.class),
                        Struck.of(row),
                        row.getInt("also_for")))
                .list();
    }

    /** Throws Refusal 404 unless it is of a family that the officer visits. */
    void requireOfficersOwn(Actor officer, UUID id) {
        boolean own = jdbc.sql("""
                select exists (select from interventions.intervention i
                    join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                    where i.regency_code = :regency and i.id = :id and
                """ + InterventionStore.OFFICERS_OWN + ")")
                .param("regency", officer.regencyCode())
                .param("id", id)
                .param("submit", officer.scope(Verb.VISIT_SUBMIT))
                .param("me", officer.id())
                .query(Boolean.class)
                .single();
        if (!own) {
            throw Refusal.notFound();
        }
    }
}

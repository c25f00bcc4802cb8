package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.GraduationRule.AgreedBy;
import id.tuntas.graduation.GraduationRule.Line;
import id.tuntas.platform.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RuleStore {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RuleStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    GraduationRule of(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select * from graduation.rule where regency_code = :regency and round_id = :round order by version desc limit 1
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(RuleStore::rule)
                .optional()
                .orElse(GraduationRule.OFFERED);
    }

    /** The version after the rule's own; false when somebody was faster. */
    boolean insert(Actor actor, UUID roundId, GraduationRule rule) {
        return jdbc.sql("""
                insert into graduation.rule (regency_code, round_id, version, line, agreed_by, sample_months, sample_percent, source,
                    set_by, set_at)
                select :regency, :round, :version, :line, :agreedBy, :months, :percent, :source, :by, :at
                where :version = 1 + coalesce((select max(version) from graduation.rule
                    where regency_code = :regency and round_id = :round), 0)
                on conflict do nothing
                """)
                        .param("regency", actor.regencyCode())
                        .param("round", roundId)
                        .param("version", rule.version() + 1)
                        .param("line", rule.line().key())
                        .param("agreedBy", rule.agreedBy().key())
                        .param("months", rule.sampleMonths().toArray(Integer[]::new))
                        .param("percent", rule.samplePercent())
                        .param("source", rule.source())
                        .param("by", actor.id())
                        .param("at", Timestamp.from(clock.now()))
                        .update()
                == 1;
    }

    private static GraduationRule rule(ResultSet row, int n) throws SQLException {
        return new GraduationRule(
                row.getInt("version"),
                Line.findByKey(row.getString("line")).orElseThrow(),
                AgreedBy.findByKey(row.getString("agreed_by")).orElseThrow(),
                List.of((Integer[]) row.getArray("sample_months").getArray()),
                row.getInt("sample_percent"),
                row.getString("source"));
    }
}

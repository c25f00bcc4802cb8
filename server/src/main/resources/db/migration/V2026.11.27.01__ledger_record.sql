-- The one way into the ledger: adds entries and, beside them, the receipt that misses them if they are deleted before they are sealed.
-- Whoever writes something may call it in the same statement, so that both cost one trip to the database.
create function ledger.record(entries jsonb) returns void strict language plpgsql as $$
begin
    insert into ledger.entry (regency_code, id, at, recorded_at, actor_id, verb, subject_type, subject_id, region_code, detail, digest,
            leaf_hash)
        select e.regency_code, e.id, e.at, e.recorded_at, e.actor_id, e.verb, e.subject_type, e.subject_id, e.region_code, e.detail,
            decode(e.digest, 'hex'), decode(e.leaf_hash, 'hex')
        from jsonb_to_recordset(entries) as e (regency_code text, id uuid, at timestamptz, recorded_at timestamptz, actor_id uuid, verb text,
            subject_type text, subject_id uuid, region_code text, detail jsonb, digest text, leaf_hash text);
    insert into ledger.receipt (regency_code, id, entries)
        select e.regency_code, (array_agg(e.id order by e.id))[1], array_agg(e.id order by e.id)
        from jsonb_to_recordset(entries) as e (regency_code text, id uuid) group by e.regency_code;
end;
$$;

-- Row triggers see no truncate. A receipt goes once all that it speaks of is sealed, and never changes.
create function ledger.refuse_unsealed() returns trigger language plpgsql as $$
begin
    if exists (select from touched t, unnest(t.entries) as e (id)
            where not exists (select from ledger.leaf l where l.regency_code = t.regency_code and l.entry_id = e.id)) then
        raise exception 'the ledger keeps the receipt of what is not sealed' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger entry_truncate before truncate on ledger.entry for each statement execute function ledger.refuse_change();
create trigger block_truncate before truncate on ledger.block for each statement execute function ledger.refuse_change();
create trigger leaf_truncate before truncate on ledger.leaf for each statement execute function ledger.refuse_change();
create trigger receipt_change before update or truncate on ledger.receipt for each statement execute function ledger.refuse_change();
create trigger receipt_delete after delete on ledger.receipt referencing old table as touched
    for each statement execute function ledger.refuse_unsealed();

-- Where the application does not own the server, its own role may not even try. A foreign key of leaf locks entries and blocks as their owner,
-- which takes the right to update them.
revoke delete, truncate on ledger.entry, ledger.block from current_user;
revoke update, delete, truncate on ledger.leaf from current_user;
revoke update, truncate on ledger.receipt from current_user;

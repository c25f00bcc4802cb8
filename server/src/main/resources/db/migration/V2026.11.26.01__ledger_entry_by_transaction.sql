-- The sealer looks at what came since it last looked, not at the whole ledger every two seconds.
create index entry_tx on ledger.entry (tx);

-- What the buyer paid before the first statement.
alter table fulfilment.fulfilment
    add column advance_fen bigint not null default 0,
    add constraint an_advance_is_not_owed check (advance_fen >= 0);

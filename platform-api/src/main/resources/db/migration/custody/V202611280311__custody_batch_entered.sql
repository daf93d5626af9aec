-- The newest of all, which observers check and the next one follows; and what somebody entered, for the copy of their data.
create index batch_entered on custody.batch (entered_at desc);
create index batch_entered_by on custody.batch (entered_by) where entered_by is not null;

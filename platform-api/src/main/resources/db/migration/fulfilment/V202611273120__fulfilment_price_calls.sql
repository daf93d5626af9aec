-- Prices that one side of a deal calls (点价), and when it is reminded that the time for it ends.
create table fulfilment.price_call (
    deal      uuid not null references fulfilment.fulfilment,
    number    integer not null,
    day       date not null,
    grams     bigint not null,
    at        timestamptz not null,
    called_by uuid,
    primary key (deal, number),
    constraint something_is_called check (grams > 0)
);

alter table fulfilment.fulfilment add column call_reminder_at timestamptz;

create index fulfilment_to_remind on fulfilment.fulfilment (call_reminder_at) where call_reminder_at is not null;

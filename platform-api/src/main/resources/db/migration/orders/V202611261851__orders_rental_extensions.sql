-- A tenant may keep a thing for longer, once the owner consents and it is paid.
create table orders.rental_extension (
    id        uuid primary key,
    rental_id uuid not null references orders.rental,
    state     text not null,
    last_day  date not null,
    rent_fen  bigint not null,
    deadline  timestamptz,
    asked_at  timestamptz not null,
    constraint rental_extension_costs_no_less check (rent_fen >= 0),
    constraint rental_extension_state_is_known check (state in
        ('ASKED', 'AWAITING_PAYMENT', 'COLLECTING', 'COUNTED', 'GIVING_BACK', 'ENDED'))
);

create unique index one_extension_at_a_time on orders.rental_extension (rental_id) where state not in ('COUNTED', 'ENDED');
create index rental_extension_of_rental on orders.rental_extension (rental_id, asked_at desc);
create index rental_extension_due on orders.rental_extension (deadline) where deadline is not null;

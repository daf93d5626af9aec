-- Rentals: their process beside that of purchases. The days themselves are held in listing.hold, where they cannot overlap.
create table orders.rental (
    id                uuid primary key,
    code              text not null unique,
    process_version   integer not null default 1,
    state             text not null,
    listing_id        uuid not null,
    tenant            uuid not null,
    owner             uuid not null,
    first_day         date not null,
    last_day          date not null,
    terms             jsonb not null,
    rent_fen          bigint not null,
    fee_fen           bigint not null,
    fee_rule          text not null,
    deposit_fen       bigint not null,
    late_fee_fen      bigint not null default 0,
    damage_fen        bigint not null default 0,
    snapshot          jsonb not null,
    pickup_code       text not null,
    return_code       text not null,
    code_tries        integer not null default 0,
    code_locked_until timestamptz,
    deadline          timestamptz,
    placed_at         timestamptz not null,
    constraint rental_is_between_two check (tenant <> owner),
    constraint rental_days_are_in_order check (first_day <= last_day),
    constraint rental_rent_is_positive check (rent_fen > 0 and deposit_fen > 0),
    constraint rental_fee_is_part_of_the_rent check (fee_fen between 0 and rent_fen),
    constraint rental_keeps_at_most_the_deposit check (
        late_fee_fen >= 0 and damage_fen >= 0 and late_fee_fen + damage_fen <= deposit_fen),
    constraint rental_state_is_known check (state in
        ('AWAITING_PAYMENT', 'COLLECTING', 'PAID', 'HANDED_OVER', 'OVERDUE', 'RETURNED', 'DAMAGE_CLAIMED', 'CONTESTED',
         'SETTLING', 'SETTLED', 'EXPIRED', 'CANCELLING', 'CANCELLED'))
);

create index rental_of_tenant on orders.rental (tenant, placed_at desc, id desc);
create index rental_of_owner on orders.rental (owner, placed_at desc, id desc);
create index rental_due on orders.rental (deadline) where deadline is not null;
create index rental_contested on orders.rental (deadline, id) where state = 'CONTESTED';

create table orders.rental_step (
    rental_id uuid not null references orders.rental,
    number    integer not null,
    state     text not null,
    cause     text not null,
    reason    text,
    at        timestamptz not null,
    primary key (rental_id, number)
);

-- What each side says the thing is like; evidence, so it is only ever added to.
create table orders.rental_condition (
    id        uuid primary key,
    rental_id uuid not null references orders.rental,
    phase     text not null,
    side      text not null,
    photo_ids uuid[] not null,
    note      text not null,
    at        timestamptz not null,
    constraint rental_condition_phase_is_known check (phase in ('HANDOVER', 'RETURN')),
    constraint rental_condition_side_is_known check (side in ('TENANT', 'OWNER'))
);

create index rental_condition_of_rental on orders.rental_condition (rental_id, at, id);

create table orders.damage_claim (
    rental_id  uuid primary key references orders.rental,
    amount_fen bigint not null,
    words      text not null,
    photo_ids  uuid[] not null,
    at         timestamptz not null,
    answer     text,
    decision   text,
    decided_by uuid,
    constraint damage_claim_is_positive check (amount_fen > 0)
);

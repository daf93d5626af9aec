-- Market days: organisers, days, stalls with a waiting list, and what is sold at them.
create schema marketday;

create table marketday.organiser (
    id         uuid primary key,
    name       text not null,
    kind       text not null,
    entered_at timestamptz not null,
    constraint organiser_kind_is_known check (kind in ('CONSIGNMENT_POINT', 'NEIGHBOURHOOD', 'SCHOOL'))
);

create table marketday.steward (
    organiser_id uuid not null references marketday.organiser,
    account      uuid not null,
    since        timestamptz not null,
    until        timestamptz,
    primary key (organiser_id, account, since)
);

create unique index a_steward_serves_one_organiser on marketday.steward (account) where until is null;

create table marketday.day (
    id             uuid primary key,
    code           text not null unique,
    organiser_id   uuid not null references marketday.organiser,
    title          text not null,
    district_code  text not null,
    address        text not null,
    lat            double precision not null,
    lon            double precision not null,
    apply_until    timestamptz not null,
    opens_at       timestamptz not null,
    check_in_until timestamptz not null,
    closes_at      timestamptz not null,
    books_close_at timestamptz not null,
    stalls         integer not null,
    rules          text not null,
    announced_by   uuid not null,
    announced_at   timestamptz not null,
    -- When stalls of those who had not come were given away.
    given_away_at  timestamptz,
    cancelled_at   timestamptz,
    cancelled_by   uuid,
    cancelled_why  text,
    constraint day_hours_follow_each_other
        check (apply_until <= opens_at and opens_at <= check_in_until and check_in_until < closes_at and closes_at <= books_close_at),
    constraint day_has_stalls check (stalls between 1 and 300),
    constraint day_cancellation_is_whole check (num_nonnulls(cancelled_at, cancelled_by, cancelled_why) in (0, 3))
);

create index day_to_come on marketday.day (closes_at, id);
create index day_of_organiser on marketday.day (organiser_id, opens_at desc);
create index day_to_give_away on marketday.day (check_in_until) where given_away_at is null and cancelled_at is null;

create table marketday.stall (
    id            uuid primary key,
    code          text not null unique,
    day_id        uuid not null references marketday.day,
    holder        uuid not null,
    shown_name    text not null,
    goods         text[] not null,
    number        integer,
    state         text not null,
    applied_at    timestamptz not null,
    checked_in_at timestamptz,
    checked_in_by uuid,
    constraint stall_state_is_known
        check (state in ('WAITING', 'ASSIGNED', 'CHECKED_IN', 'WITHDRAWN', 'GIVEN_AWAY', 'CANCELLED')),
    constraint stall_is_on_the_ground_with_a_number check ((state in ('ASSIGNED', 'CHECKED_IN')) = (number is not null)),
    constraint stall_check_in_is_whole
        check ((state = 'CHECKED_IN') = (checked_in_at is not null) and (state = 'CHECKED_IN') = (checked_in_by is not null))
);

create unique index a_person_has_one_stall_of_a_day on marketday.stall (day_id, holder)
    where state in ('WAITING', 'ASSIGNED', 'CHECKED_IN');
create unique index a_number_is_one_stall on marketday.stall (day_id, number) where number is not null;
create index stall_of_holder on marketday.stall (holder, applied_at desc);
create index stall_waiting on marketday.stall (day_id, applied_at, id) where state = 'WAITING';

create table marketday.sale (
    id               uuid primary key,
    code             text not null unique,
    stall_id         uuid not null references marketday.stall,
    listing_id       uuid,
    title            text not null,
    category_code    text not null,
    condition_code   text not null,
    price_fen        bigint not null,
    means            text not null,
    snapshot_hash    text not null,
    wipe_certificate text,
    sold_at          timestamptz not null,
    recorded_at      timestamptz not null,
    -- When the books of its day close, and it can be sealed.
    due_at           timestamptz not null,
    cancelled_at     timestamptz,
    told_at          timestamptz,
    constraint sale_has_a_price check (price_fen > 0),
    constraint sale_means_is_known check (means in ('CASH', 'CODE')),
    constraint sale_is_told_of_or_cancelled check (num_nonnulls(cancelled_at, told_at) < 2)
);

create index sale_of_stall on marketday.sale (stall_id, sold_at desc, id desc);
create index sale_to_tell on marketday.sale (due_at) where told_at is null and cancelled_at is null;
create index sale_of_listing on marketday.sale (listing_id) where listing_id is not null;
create index sale_newest on marketday.sale (sold_at desc);

-- A sale is corrected by cancelling it.
create function marketday.sales_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (old.stall_id, old.price_fen, old.means, old.category_code, old.sold_at)
            is distinct from (new.stall_id, new.price_fen, new.means, new.category_code, new.sold_at) then
        raise exception 'sale % stays as it was recorded', old.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger sales_stay before update or delete on marketday.sale
    for each row execute function marketday.sales_stay();

-- Book corners of schools: shelves, credits, and cards that know no names.
create schema corner;

create table corner.corner (
    id            uuid primary key,
    code          text not null unique,
    school        text not null,
    place         text not null,
    district_code text not null,
    version       bigint not null,
    opened_at     timestamptz not null
);

create index corner_by_school on corner.corner (school, id);

create table corner.librarian (
    corner_id uuid not null references corner.corner,
    account   uuid not null,
    since     timestamptz not null,
    until     timestamptz,
    primary key (corner_id, account, since)
);

create unique index a_librarian_keeps_one_corner on corner.librarian (account) where until is null;

-- A new version changes nothing that was earned or lent under an older one.
create table corner.rule (
    corner_id  uuid not null references corner.corner,
    version    integer not null,
    earns_good integer not null,
    earns_worn integer not null,
    take_costs integer not null,
    carry_max  integer not null,
    books_max  integer not null,
    loan_days  integer not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (corner_id, version),
    constraint rule_credits_are_few check (earns_worn between 0 and earns_good and earns_good <= 5 and take_costs between 0 and 5),
    constraint rule_carry_is_few check (carry_max between 0 and 99),
    constraint rule_loans_are_few check (books_max between 1 and 20 and loan_days between 1 and 120)
);

create table corner.term (
    id          uuid primary key,
    corner_id   uuid not null references corner.corner,
    school_year integer not null,
    half        text not null,
    starts_on   date not null,
    ends_on     date not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    closed_by   uuid,
    unique (corner_id, school_year, half),
    constraint term_half_is_known check (half in ('AUTUMN', 'SPRING')),
    constraint term_has_days check (ends_on > starts_on),
    constraint term_closing_is_whole check (num_nonnulls(closed_at, closed_by) in (0, 2))
);

create unique index a_corner_has_one_open_term on corner.term (corner_id) where closed_at is null;

-- Two numbers and no words: where nothing can be written, no name can be.
create table corner.class (
    id         uuid primary key,
    corner_id  uuid not null references corner.corner,
    entry_year integer not null,
    number     integer not null,
    unique (corner_id, entry_year, number),
    constraint class_numbers_are_possible check (entry_year between 2000 and 2100 and number between 1 and 60)
);

-- Somebody with a card. Who it is stands on the school's paper and nowhere here.
create table corner.reader (
    id         uuid primary key,
    corner_id  uuid not null references corner.corner,
    class_id   uuid not null references corner.class,
    credits    integer not null default 0,
    books_out  integer not null default 0,
    consent_id uuid,
    issued_at  timestamptz not null,
    constraint reader_never_owes_credits check (credits >= 0),
    constraint reader_has_no_less_than_no_books check (books_out >= 0)
);

create index reader_of_class on corner.reader (class_id, id);

create table corner.card (
    code        text primary key,
    reader_id   uuid not null references corner.reader on delete cascade,
    issued_at   timestamptz not null,
    replaced_at timestamptz
);

create unique index a_reader_has_one_card on corner.card (reader_id) where replaced_at is null;
create index card_of_reader on corner.card (reader_id);

-- Proves that there was a consent after its reader is forgotten.
create table corner.consent (
    id           uuid primary key,
    corner_id    uuid not null references corner.corner,
    reader_id    uuid references corner.reader on delete set null,
    text_version text not null,
    signed_on    date not null,
    recorded_by  uuid not null,
    recorded_at  timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    constraint consent_withdrawal_is_whole check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2))
);

create index consent_of_reader on corner.consent (reader_id) where reader_id is not null;

-- Books by ISBN-13, known to every corner once one has entered them.
create table corner.title (
    isbn       text primary key,
    title      text not null,
    authors    text not null,
    entered_by uuid not null,
    entered_in uuid not null references corner.corner,
    entered_at timestamptz not null,
    version    bigint not null,
    constraint title_isbn_is_normal check (isbn ~ '^97[89][0-9]{10}$')
);

create table corner.copy (
    id            uuid primary key,
    code          text not null unique,
    corner_id     uuid not null references corner.corner,
    isbn          text not null references corner.title,
    condition     text not null,
    state         text not null,
    holder        uuid references corner.reader on delete set null,
    class_id      uuid references corner.class,
    due_on        date,
    last_movement uuid not null,
    constraint copy_condition_is_known check (condition in ('GOOD', 'WORN')),
    constraint copy_state_is_known check (state in ('ON_SHELF', 'LENT', 'TAKEN', 'LOST', 'WITHDRAWN')),
    constraint copy_is_due_while_lent check ((state = 'LENT') = (due_on is not null)),
    constraint copy_is_held_while_lent check (holder is null or state = 'LENT')
);

create index copy_of_title on corner.copy (corner_id, isbn, state, id);
create index copy_lent on corner.copy (corner_id, due_on) where state = 'LENT';
create index copy_of_holder on corner.copy (holder) where holder is not null;

-- How many of a title stand on a corner's shelf: what the movements add up to.
create table corner.stock (
    corner_id uuid not null references corner.corner,
    isbn      text not null references corner.title,
    id        uuid not null,
    since     timestamptz not null,
    on_shelf  integer not null,
    lent      integer not null,
    primary key (corner_id, isbn),
    constraint stock_is_not_negative check (on_shelf >= 0 and lent >= 0)
);

create index stock_newest on corner.stock (corner_id, since desc, id desc);

-- A sign of -1 takes another movement back.
create table corner.movement (
    id          uuid primary key,
    corner_id   uuid not null references corner.corner,
    term_id     uuid not null references corner.term,
    scan_id     uuid,
    undoes      uuid unique references corner.movement,
    kind        text not null,
    sign        integer not null,
    copy_id     uuid not null references corner.copy,
    isbn        text not null,
    from_state  text,
    to_state    text not null,
    shelf_delta integer not null,
    due_on      date,
    class_id    uuid references corner.class,
    reader_id   uuid references corner.reader on delete set null,
    by          uuid not null,
    at          timestamptz not null,
    unique (corner_id, scan_id),
    constraint movement_kind_is_known check (kind in ('GIVEN', 'TAKEN', 'LENT', 'RETURNED', 'LOST', 'WITHDRAWN')),
    constraint movement_takes_back_or_does check (sign = case when undoes is null then 1 else -1 end),
    constraint movement_counts_the_shelf check (
        shelf_delta = (to_state = 'ON_SHELF')::integer - (coalesce(from_state, '') = 'ON_SHELF')::integer)
);

create index movement_of_term on corner.movement (term_id, class_id, kind);
create index movement_of_reader on corner.movement (reader_id) where reader_id is not null;

create table corner.credit (
    id           uuid primary key,
    corner_id    uuid not null references corner.corner,
    term_id      uuid references corner.term,
    reader_id    uuid references corner.reader on delete set null,
    movement_id  uuid unique references corner.movement,
    kind         text not null,
    amount       integer not null,
    rule_version integer not null,
    at           timestamptz not null,
    constraint credit_kind_is_known check (kind in ('EARNED', 'SPENT', 'EXPIRED', 'FORFEITED')),
    constraint credit_is_something check (amount <> 0)
);

create index credit_of_corner on corner.credit (corner_id);
create index credit_of_reader on corner.credit (reader_id) where reader_id is not null;

-- Books that left for good, and are sealed once nobody can take it back.
create table corner.departure (
    movement_id uuid primary key references corner.movement,
    due_at      timestamptz not null,
    told_at     timestamptz
);

create index departure_due on corner.departure (due_at) where told_at is null;

-- What happened stays; only who it was may be forgotten.
create function corner.only_forgets() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.reader_id is null and to_jsonb(new) - 'reader_id' = to_jsonb(old) - 'reader_id' then
        return new;
    end if;
    raise exception 'what happened in a corner never changes' using errcode = 'restrict_violation';
end $$;

create trigger movements_only_forget before update or delete on corner.movement
    for each row execute function corner.only_forgets();
create trigger credits_only_forget before update or delete on corner.credit
    for each row execute function corner.only_forgets();

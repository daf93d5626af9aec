-- Facts as they were told, so that a detector can be run again over what it saw; and what came of them.
create schema surveillance;

create table surveillance.deal (
    deal            uuid primary key,
    code            text not null,
    at              timestamptz not null,
    hash            text not null,
    seller          uuid not null,
    buyer           uuid not null,
    material        text not null,
    quantity        bigint not null,
    price_fen       bigint not null,
    shared_people   integer not null,
    shared_browsers integer not null,
    is_judged       boolean not null default false,
    constraint a_deal_has_two_sides check (seller <> buyer)
);

create index deal_of_material on surveillance.deal (material, at);
create index deal_between on surveillance.deal (at, seller, buyer);
create index deal_not_judged on surveillance.deal (at) where not is_judged;

create table surveillance.weighing (
    hash        text primary key,
    deal        uuid not null,
    code        text not null,
    at          timestamptz not null,
    weigher     uuid not null,
    scale       text not null,
    plate       text not null,
    gross_grams bigint not null,
    tare_grams  bigint not null,
    is_judged   boolean not null default false
);

create index weighing_of_scale on surveillance.weighing (weigher, scale, at);
create index weighing_of_plate on surveillance.weighing (plate, at);
create index weighing_not_judged on surveillance.weighing (at) where not is_judged;

create table surveillance.settled_price (
    deal          uuid primary key,
    code          text not null,
    at            timestamptz not null,
    hash          text not null,
    seller        uuid not null,
    buyer         uuid not null,
    material      text not null,
    fen_per_tonne bigint not null,
    is_judged     boolean not null default false
);

create index settled_price_of_material on surveillance.settled_price (material, at);
create index settled_price_not_judged on surveillance.settled_price (at) where not is_judged;

create table surveillance.bidding (
    auction   uuid primary key,
    code      text not null,
    at        timestamptz not null,
    hash      text not null,
    seller    uuid not null,
    material  text not null,
    opened_at timestamptz not null,
    ended_at  timestamptz not null,
    start_fen bigint not null,
    winner    uuid,
    bids      jsonb not null,
    is_judged boolean not null default false
);

create index bidding_in_order on surveillance.bidding (at);
create index bidding_not_judged on surveillance.bidding (at) where not is_judged;

create table surveillance.case_file (
    id            uuid primary key,
    detector      text not null,
    rule_version  text not null,
    finding_key   text not null,
    severity      text not null,
    finding       jsonb not null,
    evidence_hash text not null,
    state         text not null,
    reason        text,
    assignee      uuid,
    closing_by    uuid,
    closed_by     uuid,
    raised_at     timestamptz not null,
    constraint the_same_is_raised_once unique (rule_version, finding_key),
    constraint severity_is_known check (severity in ('LOW', 'MEDIUM', 'HIGH')),
    constraint case_state_is_known check (state in ('OPEN', 'TRIAGE', 'CASE', 'CLOSING', 'CLOSED')),
    constraint only_what_closes_has_a_reason check ((state in ('CLOSING', 'CLOSED')) = (reason is not null)),
    constraint somebody_works_on_it check ((state = 'OPEN') = (assignee is null)),
    constraint somebody_has_closed_it check ((state = 'CLOSED') = (closed_by is not null)),
    constraint two_officers_close_what_is_grave check (
        state <> 'CLOSED' or severity <> 'HIGH' or closing_by is not null and closing_by <> closed_by)
);

create index case_newest on surveillance.case_file (raised_at desc, id desc);

create table surveillance.case_step (
    case_id uuid not null references surveillance.case_file,
    number  integer not null,
    state   text not null,
    at      timestamptz not null,
    officer uuid,
    reason  text,
    words   text not null,
    primary key (case_id, number)
);

create table surveillance.case_note (
    id              uuid primary key,
    case_id         uuid not null references surveillance.case_file,
    at              timestamptz not null,
    officer         uuid not null,
    words           text not null,
    document_sha256 text,
    constraint a_hash_is_hexadecimal check (document_sha256 ~ '^[0-9a-f]{64}$')
);

create index note_of_case on surveillance.case_note (case_id, at);

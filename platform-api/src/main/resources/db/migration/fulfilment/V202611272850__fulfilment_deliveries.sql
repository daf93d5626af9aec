-- From a signed contract to the final statement. Deals, organisations and documents are other modules'; here they are ids.
create schema fulfilment;

create table fulfilment.fulfilment (
    deal             uuid primary key,
    seller           uuid not null,
    buyer            uuid not null,
    state            text not null,
    cause            text not null,
    signed_at        timestamptz not null,
    since            timestamptz not null,
    deadline         timestamptz,
    all_dispatched   boolean not null default false,
    umpire_by_seller text,
    umpire_by_buyer  text,
    umpire_by_office text,
    constraint fulfilment_state_is_known check (state in (
        'CONTRACTED', 'DISPATCHED', 'WEIGHED', 'SAMPLED', 'DISPUTED', 'ASSAYED', 'CLAIMED', 'ACCEPTED', 'SETTLED',
        'CLOSED', 'REFUSED', 'NOT_DELIVERED')),
    constraint what_waits_has_a_deadline check (
        (deadline is null) = (state in ('SETTLED', 'CLOSED', 'REFUSED', 'NOT_DELIVERED')))
);

create index fulfilment_due on fulfilment.fulfilment (deadline) where deadline is not null;
create index fulfilment_of_seller on fulfilment.fulfilment (seller, since desc);
create index fulfilment_of_buyer on fulfilment.fulfilment (buyer, since desc);
create index fulfilment_for_officers on fulfilment.fulfilment (since) where state in ('DISPUTED', 'CLAIMED');

create table fulfilment.step (
    deal   uuid not null references fulfilment.fulfilment,
    number integer not null,
    state  text not null,
    cause  text not null,
    at     timestamptz not null,
    primary key (deal, number)
);

create table fulfilment.load (
    id             uuid primary key,
    deal           uuid not null references fulfilment.fulfilment,
    number         integer not null,
    plate          text not null,
    driver_cipher  bytea not null,
    manifest       text,
    quantity       bigint not null,
    dispatched_at  timestamptz not null,
    dispatched_by  uuid,
    counted_pieces bigint,
    counted_by     uuid,
    constraint a_load_is_of_something check (quantity > 0),
    constraint pieces_are_not_less_than_none check (counted_pieces >= 0),
    unique (deal, number)
);

create table fulfilment.ticket (
    id              uuid primary key,
    load            uuid not null references fulfilment.load,
    deal            uuid not null,
    scale           text not null,
    device          text not null,
    certificate_to  date not null,
    plate           text not null,
    gross_grams     bigint not null,
    gross_at        timestamptz not null,
    tare_grams      bigint not null,
    tare_at         timestamptz not null,
    override_reason text,
    documents       uuid[] not null,
    source          text not null,
    correction      text,
    content_hash    text not null unique,
    taken_at        timestamptz not null,
    taken_by        uuid,
    superseded_at   timestamptz,
    constraint ticket_scale_is_known check (scale in ('SELLER', 'BUYER', 'THIRD')),
    constraint ticket_source_is_known check (source in ('HAND', 'FILE', 'DEVICE')),
    constraint a_loaded_vehicle_is_heavier check (gross_grams > tare_grams and tare_grams >= 0)
);

-- A scale says one thing about a load; a correction takes the place of what it said before.
create unique index one_ticket_of_a_scale on fulfilment.ticket (load, scale) where superseded_at is null;
create index ticket_of_deal on fulfilment.ticket (deal, taken_at);
-- The last tares of a vehicle.
create index ticket_of_plate on fulfilment.ticket (plate, tare_at desc) where superseded_at is null;

create table fulfilment.sample (
    deal       uuid primary key references fulfilment.fulfilment,
    taken_by   text not null,
    place      text not null,
    seals      text[] not null,
    taken_at   timestamptz not null,
    kept_until date not null,
    documents  uuid[] not null,
    entered_by uuid,
    constraint four_parts_have_four_seals check (cardinality(seals) = 4)
);

create table fulfilment.assay (
    deal       uuid not null references fulfilment.fulfilment,
    reader     text not null,
    laboratory text not null,
    readings   jsonb not null,
    rejects    text[] not null,
    documents  uuid[] not null,
    at         timestamptz not null,
    entered_by uuid,
    primary key (deal, reader),
    constraint assay_reader_is_known check (reader in ('SELLER', 'BUYER', 'UMPIRE'))
);

create table fulfilment.claim (
    deal         uuid primary key references fulfilment.fulfilment,
    id           uuid not null unique,
    state        text not null,
    since        timestamptz not null,
    outcome_kind text,
    outcome_fen  bigint,
    ending       text,
    constraint claim_state_is_known check (state in ('UNANSWERED', 'NEGOTIATED', 'ESCALATED', 'ENDED')),
    constraint an_ended_claim_has_an_outcome check (
        (state = 'ENDED') = (outcome_kind is not null and outcome_fen is not null and ending is not null))
);

create table fulfilment.claim_move (
    claim       uuid not null references fulfilment.claim (id),
    number      integer not null,
    side        text,
    remedy_kind text,
    remedy_fen  bigint,
    words       text not null,
    inspector   text,
    documents   uuid[] not null,
    at          timestamptz not null,
    said_by     uuid,
    primary key (claim, number)
);

create table fulfilment.statement (
    id           uuid primary key,
    deal         uuid not null references fulfilment.fulfilment,
    number       integer not null,
    provisional  boolean not null,
    weight       bigint not null,
    payable      bigint not null,
    price_fen    bigint not null,
    total_fen    bigint not null,
    tax_fen      bigint not null,
    payable_fen  bigint not null,
    paid_fen     bigint not null,
    due_fen      bigint not null,
    refund_fen   bigint not null,
    text         text not null,
    hash         text not null,
    issued_at    timestamptz not null,
    paid_at      timestamptz,
    unique (deal, number)
);

-- A deal has one final statement.
create unique index one_final_statement on fulfilment.statement (deal) where not provisional;

create table fulfilment.document (
    deal       uuid not null references fulfilment.fulfilment,
    id         uuid not null,
    name       text not null,
    media_type text not null,
    size_bytes bigint not null,
    sha256     text not null,
    added_at   timestamptz not null,
    added_by   uuid,
    primary key (deal, id)
);

create table fulfilment.device (
    organisation   uuid not null,
    id             text not null,
    name           text not null,
    certificate    text not null,
    certificate_to date not null,
    entered_at     timestamptz not null,
    entered_by     uuid,
    primary key (organisation, id)
);

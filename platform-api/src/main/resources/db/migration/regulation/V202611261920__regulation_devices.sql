-- What must be known of things that hold data. An item is another module's; here it is an id.
create schema regulation;

create table regulation.device_number (
    item_id       uuid not null,
    place         int not null,
    owner         uuid not null,
    kind          text not null,
    number_index  bytea not null,
    number_cipher bytea not null,
    stolen_check  text not null,
    entered_at    timestamptz not null,
    primary key (item_id, place),
    constraint device_number_kind_is_known check (kind in ('IMEI', 'SERIAL')),
    constraint device_number_check_is_known check (stolen_check in ('CLEAR', 'REPORTED', 'UNANSWERED'))
);

-- One row a number: of two people who offer the same device at the same moment the primary key lets in one.
create table regulation.number_on_offer (
    number_index bytea primary key,
    item_id      uuid not null,
    owner        uuid not null,
    offered_at   timestamptz not null
);

create index number_on_offer_of_item on regulation.number_on_offer (item_id);

create table regulation.wipe_record (
    code               text primary key,
    item_id            uuid not null,
    owner              uuid not null,
    method             text not null,
    medium             text not null,
    passes             int,
    tool               text not null,
    wiped_on           date not null,
    report_sha256      text,
    declared_at        timestamptz not null,
    result             text,
    verifier           uuid,
    verified_at        timestamptz,
    remark             text,
    certificate_sha256 text,
    superseded_at      timestamptz,
    constraint wipe_method_is_known check (method in ('OVERWRITE', 'BLOCK_ERASE', 'STORAGE_REMOVED', 'NO_STORAGE')),
    constraint wipe_medium_is_known check (medium in ('SEMICONDUCTOR', 'MAGNETIC')),
    constraint wipe_result_is_known check (result in ('PASSED', 'FAILED')),
    constraint wipe_is_verified_wholly_or_not check (
        num_nulls(result, verifier, verified_at, remark, certificate_sha256) in (0, 5)),
    constraint nobody_verifies_their_own_device check (verifier <> owner)
);

create unique index one_wipe_record_counts on regulation.wipe_record (item_id) where superseded_at is null;

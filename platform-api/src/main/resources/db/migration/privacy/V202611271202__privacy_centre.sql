-- What people asked us to do with what we keep about them: archives that are put together for them, and erasures. An erasure
-- outlives the account, as the proof that it was made.
create schema privacy;

create table privacy.archive (
    id              uuid primary key,
    account         uuid not null,
    requested_at    timestamptz not null,
    document_cipher bytea,
    ready_at        timestamptz,
    key_hash        bytea,
    key_until       timestamptz,
    constraint an_archive_is_ready_with_its_document check (num_nulls(document_cipher, ready_at) in (0, 2)),
    constraint a_key_opens_until_some_time check (num_nulls(key_hash, key_until) in (0, 2))
);

create unique index one_archive_a_person_is_put_together on privacy.archive (account) where ready_at is null;
create index archive_of_account on privacy.archive (account, requested_at desc);
create index archive_by_age on privacy.archive (requested_at);

create table privacy.erasure (
    id            uuid primary key,
    account       uuid not null,
    requested_at  timestamptz not null,
    due_at        timestamptz not null,
    next_look_at  timestamptz,
    clear_since   timestamptz,
    called_off_at timestamptz,
    erased_at     timestamptz,
    constraint an_erasure_is_looked_at_until_it_ends check (
        (next_look_at is null) = (called_off_at is not null or erased_at is not null)),
    constraint an_erasure_ends_once check (num_nonnulls(called_off_at, erased_at) <= 1)
);

create unique index one_erasure_a_person_waits on privacy.erasure (account) where next_look_at is not null;
create index erasure_due on privacy.erasure (next_look_at) where next_look_at is not null;

-- The log before it is tiles. An entry without an index waits to be sequenced; one with an index never changes.
create schema trace;

create table trace.entry (
    event_id uuid primary key,
    order_id uuid not null,
    bytes    bytea not null,
    position bigint unique,
    waiting  bigint generated always as identity,
    constraint entry_fits_a_bundle check (length(bytes) between 1 and 65535)
);

create index entry_waiting on trace.entry (waiting) where position is null;
create index entry_of_order on trace.entry (order_id, position);

create function trace.a_sequenced_entry_never_changes() returns trigger language plpgsql as $$
begin
    if old.position is not null then
        raise exception 'the log is append-only' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;

create trigger sequenced_entries_never_change before update or delete on trace.entry
    for each row execute function trace.a_sequenced_entry_never_changes();

-- Signed promises. published_at is null between signing and writing it to the object store: it may only be published as it is.
create table trace.checkpoint (
    size         bigint primary key,
    root         bytea not null,
    note         text not null,
    signed_at    timestamptz not null,
    published_at timestamptz
);

-- Who is behind a commitment. Deleting a row makes the person's records nobody's, and the log stays whole.
create table trace.salt (
    account uuid primary key,
    salt    bytea not null
);

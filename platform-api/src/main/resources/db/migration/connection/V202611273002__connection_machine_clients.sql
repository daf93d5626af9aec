-- Programs of organisations, and what they prove themselves with. Of secrets and tokens only hashes are kept: both are random and
-- too long to be guessed, so that a plain hash tells nothing.
create schema connection;

create table connection.machine_client (
    id              uuid primary key,
    organisation_id uuid not null,
    account         uuid not null unique,
    name            text not null,
    scopes          text[] not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    revoked_by      uuid,
    revoked_at      timestamptz,
    last_used_at    timestamptz,
    constraint client_scopes_are_known check (
        scopes <@ array['TRADER', 'WEIGHER', 'FINANCE', 'SIGNER'] and cardinality(scopes) > 0),
    constraint only_who_trades_signs check (not 'SIGNER' = any(scopes) or 'TRADER' = any(scopes)),
    constraint a_revoked_client_names_who_did_it check ((revoked_by is null) = (revoked_at is null))
);

create index machine_client_of_organisation on connection.machine_client (organisation_id, made_at);

create table connection.client_secret (
    secret_sha256 text primary key,
    client        uuid not null references connection.machine_client,
    made_at       timestamptz not null,
    ends_at       timestamptz
);

create index client_secret_of_client on connection.client_secret (client, made_at);

create table connection.access_token (
    token_sha256 text primary key,
    client       uuid not null references connection.machine_client,
    scopes       text[] not null,
    expires_at   timestamptz not null
);

create index access_token_of_client on connection.access_token (client);
create index access_token_expired on connection.access_token (expires_at);

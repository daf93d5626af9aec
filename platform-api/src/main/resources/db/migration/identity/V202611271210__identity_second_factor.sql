-- What makes a stolen password worth less: the browsers that a person has signed in with, and a second factor. Both refer to
-- the account and go with it.
create table identity.known_device (
    account     uuid not null references identity.account,
    device_hash bytea not null,
    device      text not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    primary key (account, device_hash)
);

create table identity.second_factor (
    account       uuid primary key references identity.account,
    secret_cipher bytea not null,
    -- The last time step whose code was used: a code is good once (RFC 6238 section 5.2).
    last_step     bigint not null default 0,
    begun_at      timestamptz not null,
    confirmed_at  timestamptz
);

create table identity.recovery_code (
    account   uuid not null references identity.account,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (account, code_hash)
);

-- Since when the account holds an office; who does must have a second factor after some weeks.
alter table identity.account add column office_since timestamptz not null default now();

-- People, their codes and their wrong passwords. Whatever tells who somebody is stands encrypted, with a blind index to find it.
create schema identity;

create table identity.account (
    id                    uuid primary key,
    contact_cipher        bytea not null,
    contact_index         bytea not null unique,
    display_name          text not null,
    password_hash         text not null,
    roles                 text[] not null,
    real_name_cipher      bytea,
    id_number_cipher      bytea,
    id_number_index       bytea,
    real_name_verified_at timestamptz,
    created_at            timestamptz not null,
    constraint account_has_a_role check (cardinality(roles) > 0),
    constraint verified_real_name_is_whole check (
        num_nulls(real_name_cipher, id_number_cipher, id_number_index, real_name_verified_at) in (0, 4))
);

create index account_by_id_number on identity.account (id_number_index) where id_number_index is not null;

create table identity.one_time_code (
    id            uuid primary key,
    contact_index bytea not null,
    purpose       text not null,
    code_hash     bytea not null,
    tries         integer not null default 0,
    created_at    timestamptz not null,
    used_at       timestamptz
);

create index one_time_code_newest on identity.one_time_code (contact_index, purpose, created_at desc);

create table identity.sign_in_failure (
    contact_index bytea primary key,
    failures      integer not null,
    locked_until  timestamptz not null
);

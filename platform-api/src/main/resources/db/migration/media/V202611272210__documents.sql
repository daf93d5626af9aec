-- Papers that are not for everybody: licences, reports. One without a hash is announced and not looked at yet.
create table media.document (
    id            uuid primary key,
    owner         uuid not null,
    name          text not null,
    declared_type text not null,
    media_type    text,
    size_bytes    bigint,
    sha256        text,
    kept          boolean not null default false,
    created_at    timestamptz not null,
    constraint a_ready_document_is_whole check (num_nulls(media_type, size_bytes, sha256) in (0, 3))
);

create index document_forgotten on media.document (created_at) where not kept;
create index document_of_owner on media.document (owner);

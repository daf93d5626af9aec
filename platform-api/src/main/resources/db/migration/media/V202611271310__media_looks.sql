-- What moderators said of pictures. It outlives the photos; of two judgements of one picture the later one counts.
create table media.judged_look (
    id            uuid primary key,
    coarse        bigint not null,
    fine          bytea not null,
    foreign_since timestamptz,
    judged_at     timestamptz not null
);

comment on column media.judged_look.foreign_since is
    'Who took it in from then on copied it; null where anybody may show it.';

-- What photos look like, so that a copy is found whatever was done to it. Bands are what an index can find.
create table media.look (
    photo_id        uuid primary key references media.photo on delete cascade,
    taken_at        timestamptz not null,
    coarse          bigint not null,
    fine            bytea not null,
    mirrored_coarse bigint not null,
    mirrored_fine   bytea not null,
    judgement_id    uuid references media.judged_look,
    band_0          integer not null generated always as ((coarse & 65535)::integer) stored,
    band_1          integer not null generated always as (((coarse >> 16) & 65535)::integer) stored,
    band_2          integer not null generated always as (((coarse >> 32) & 65535)::integer) stored,
    band_3          integer not null generated always as (((coarse >> 48) & 65535)::integer) stored
);

create index look_band_0 on media.look (band_0);
create index look_band_1 on media.look (band_1);
create index look_band_2 on media.look (band_2);
create index look_band_3 on media.look (band_3);
create index look_judged on media.look (judgement_id) where judgement_id is not null;

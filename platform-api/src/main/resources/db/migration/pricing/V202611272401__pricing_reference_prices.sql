-- Reference prices. A fixing is never changed: a correction is one more revision beside it.
create schema pricing;

create table pricing.series (
    code       text primary key,
    calendar   text not null,
    name_zh    text not null,
    name_en    text not null,
    source     text not null,
    constraint series_code_is_short check (code ~ '^[A-Z][A-Z0-9_]{1,15}$')
);

-- What was entered at once, by whom, and the hash of it.
create table pricing.fixing_set (
    id         uuid primary key,
    series     text not null references pricing.series,
    kind       text not null,
    note       text not null,
    size       integer not null,
    sha256     text not null,
    entered_by uuid not null,
    entered_at timestamptz not null,
    constraint fixing_set_kind_is_known check (kind in ('ENTRY', 'IMPORT', 'CORRECTION')),
    constraint fixing_set_holds_something check (size > 0)
);

create index fixing_set_of_series on pricing.fixing_set (series, entered_at desc, id desc);

create table pricing.fixing (
    series        text not null references pricing.series,
    day           date not null,
    revision      integer not null,
    fen_per_tonne bigint not null,
    reason        text not null,
    set_id        uuid not null references pricing.fixing_set,
    entered_at    timestamptz not null,
    primary key (series, day, revision),
    constraint fixing_is_a_price check (fen_per_tonne between 1 and 100000000),
    constraint fixing_revisions_count_from_one check (revision >= 1),
    constraint a_correction_has_a_reason check ((revision = 1) = (reason = ''))
);

-- Not even by hand.
create function pricing.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'fixings are only ever added to';
end
$$;

create trigger fixing_stays before update or delete on pricing.fixing
    for each row execute function pricing.refuse_change();
create trigger fixing_set_stays before update or delete on pricing.fixing_set
    for each row execute function pricing.refuse_change();

insert into pricing.series (code, calendar, name_zh, name_en, source) values
    ('AD', 'SHFE', '铸造铝合金', 'Cast aluminium alloy', '上海期货交易所 (SHFE)'),
    ('AL', 'SHFE', '铝', 'Aluminium', '上海期货交易所 (SHFE)'),
    ('CU', 'SHFE', '铜', 'Copper', '上海期货交易所 (SHFE)'),
    ('ZN', 'SHFE', '锌', 'Zinc', '上海期货交易所 (SHFE)'),
    ('PB', 'SHFE', '铅', 'Lead', '上海期货交易所 (SHFE)');

-- What somebody says against having been muted, once for each decision, and what another moderator makes of it.
create table messaging.mute_appeal (
    id           uuid primary key,
    report_id    uuid not null unique references messaging.report (id),
    account      uuid not null,
    muted_until  timestamptz not null,
    words_cipher bytea not null,
    made_at      timestamptz not null,
    officer      uuid,
    granted      boolean,
    remark       text,
    decided_at   timestamptz,
    constraint a_decision_is_whole check (num_nulls(officer, granted, remark, decided_at) in (0, 4))
);

create index mute_appeals_that_wait on messaging.mute_appeal (made_at, id) where decided_at is null;
create index reports_that_muted on messaging.report (reported, decided_at) where outcome = 'MUTED';

alter table messaging.report
    add column officer    uuid,
    add column outcome    text,
    add column answer     text,
    add column decided_at timestamptz,
    add constraint a_decision_is_whole check (num_nulls(officer, outcome, answer, decided_at) in (0, 4)),
    add constraint outcome_is_known check (outcome in ('NOTHING_WRONG', 'WARNED', 'MUTED')),
    add constraint nobody_decides_about_themselves check (officer not in (reporter, reported));

create index report_waiting on messaging.report (reported_at, id) where outcome is null;
create index report_about on messaging.report (reported, decided_at) where outcome in ('WARNED', 'MUTED');

-- Who may write to nobody for a while (禁言).
create table messaging.mute (
    account uuid primary key,
    until   timestamptz not null
);

create function surveillance.never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'what was found, done and noted is append-only' using errcode = 'restrict_violation';
end $$;

-- A case moves on; what was found stays.
create trigger findings_never_change
    before update of id, detector, rule_version, finding_key, severity, finding, evidence_hash, raised_at
    on surveillance.case_file
    for each row execute function surveillance.never_changes();
create trigger cases_stay before delete on surveillance.case_file
    for each row execute function surveillance.never_changes();
create trigger steps_never_change before update or delete on surveillance.case_step
    for each row execute function surveillance.never_changes();
create trigger notes_never_change before update or delete on surveillance.case_note
    for each row execute function surveillance.never_changes();

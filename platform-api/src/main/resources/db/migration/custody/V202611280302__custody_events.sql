-- A batch is an EPCIS event: found by the hash in the event's id, and by its business step.
alter table custody.batch
    add column event_digest text not null unique,
    add column biz_step text not null;

create index batch_earliest on custody.batch (organisation, entered_at, id);

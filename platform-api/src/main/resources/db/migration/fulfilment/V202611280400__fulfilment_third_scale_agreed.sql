-- A scale that belongs to neither side counts once both stand by what it said.
alter table fulfilment.ticket
    add column brought_by text,
    add column agreed_at timestamptz,
    add constraint ticket_bringer_is_a_side check (brought_by in ('SELLER', 'BUYER')),
    add constraint only_a_third_scale_is_agreed_on check (scale = 'THIRD' or (brought_by is null and agreed_at is null));

-- Those of before counted as they came.
update fulfilment.ticket set agreed_at = taken_at where scale = 'THIRD';

-- When the money came, which its later moves would hide.
alter table clearing.bill add column held_at timestamptz;

update clearing.bill set held_at = moved_at where state in ('HELD', 'RELEASED', 'RETURNED');

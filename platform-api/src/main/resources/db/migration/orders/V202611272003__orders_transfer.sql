-- When the buyer of a registered vehicle said that it stands in their name in the register (转移登记).
alter table orders.purchase add column transfer_confirmed_at timestamptz;

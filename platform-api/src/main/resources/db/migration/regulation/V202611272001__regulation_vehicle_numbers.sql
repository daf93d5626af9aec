-- Vehicles are told apart by their numbers as devices are.
alter table regulation.device_number drop constraint device_number_kind_is_known;
alter table regulation.device_number add constraint device_number_kind_is_known
    check (kind in ('IMEI', 'SERIAL', 'VIN', 'VEHICLE_SERIAL'));

create index device_number_of_twins on regulation.device_number (number_index);

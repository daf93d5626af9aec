-- Which accounts were used in one browser is asked from the browser's side.
create index known_device_by_hash on identity.known_device (device_hash, account);

-- A calendar of one's own that other programs may subscribe to, and the calibration of devices.

-- Like an API token: known by its hash alone, found before a clinic is known, so it stands outside the wall.
create table calendar_feed (
  token_hash bytea primary key,
  id uuid not null unique,
  clinic_id uuid not null,
  membership_id uuid not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  revoked_at timestamptz,
  foreign key (clinic_id, membership_id) references membership (clinic_id, id)
);
create index calendar_feed_membership on calendar_feed (clinic_id, membership_id);
grant select, insert, update on calendar_feed to fibril_gate;

-- Overdue calibration keeps a device from being booked as overdue service does.
alter table resource add column calibration_due_on date;

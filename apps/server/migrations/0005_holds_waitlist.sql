-- Places kept for a few minutes, and people who wait for one to fall free.

-- A place kept for somebody who is not booked yet. It takes the same claims as a visit and ends by itself at expires_at.
-- No patient stands here: whoever books clears expired holds of other people, also in a patient's own transaction.
create table hold (
  clinic_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('self-booking', 'waitlist-offer')),
  site_id uuid not null,
  service_id uuid not null,
  day date not null,
  start_minute integer not null check (start_minute % 5 = 0),
  time_zone text not null,
  practitioner_id uuid not null,
  prep_room_id uuid not null,
  treatment_room_id uuid not null,
  device_id uuid,
  -- Whoever shows the secret is the holder; null where the holder is known otherwise.
  secret_hash bytea,
  -- The visitor's address, hashed with the clinic's id, to limit how many places one visitor keeps.
  visitor_hash bytea,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('used', 'released', 'expired')),
  visit_id uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, site_id) references site (clinic_id, id),
  foreign key (clinic_id, service_id) references service (clinic_id, id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id),
  check (made_at < expires_at),
  check ((ended_at is null) = (ended_as is null)),
  check ((ended_as is not distinct from 'used') = (visit_id is not null))
);
create index hold_standing on hold (clinic_id, expires_at) where ended_at is null;
create unique index hold_secret on hold (clinic_id, secret_hash) where secret_hash is not null;
call protect('hold');

-- A claim is a visit's or a hold's: one table, one exclusion constraint, so a held place is taken by construction.
alter table claim alter column visit_id drop not null;
alter table claim add column hold_id uuid;
alter table claim add constraint claim_of_one check (num_nonnulls(visit_id, hold_id) = 1);
alter table claim add foreign key (clinic_id, hold_id) references hold (clinic_id, id);
create index claim_hold on claim (clinic_id, hold_id) where hold_id is not null;

-- Proves the address that a visitor typed while booking.
alter table one_time_secret drop constraint one_time_secret_purpose_check;
alter table one_time_secret add constraint one_time_secret_purpose_check
  check (purpose in ('patient-code', 'patient-link', 'invitation', 'new-password', 'first-owner', 'booking-code'));
drop index one_time_secret_hash;
create unique index one_time_secret_hash on one_time_secret (purpose, secret_hash)
  where purpose not in ('patient-code', 'booking-code');

create table waitlist_entry (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('consultation', 'session')),
  course_id uuid,
  ordinal integer,
  site_id uuid not null,
  from_day date not null,
  to_day date not null,
  weekdays text[] not null check (cardinality(weekdays) > 0),
  from_minute integer not null,
  to_minute integer not null,
  practitioner_id uuid,
  waiting_since timestamptz not null,
  added_by text not null,
  state text not null check (state in ('waiting', 'placed', 'removed')),
  ended_at timestamptz,
  ended_because text,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, course_id) references course (clinic_id, id),
  foreign key (clinic_id, site_id) references site (clinic_id, id),
  foreign key (clinic_id, practitioner_id) references resource (clinic_id, id),
  check ((kind = 'session') = (course_id is not null)),
  check ((course_id is null) = (ordinal is null)),
  check (from_day <= to_day),
  check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440),
  check ((state = 'waiting') = (ended_at is null))
);
-- A person waits once for one visit.
create unique index waitlist_waiting on waitlist_entry (clinic_id, patient_id, kind, coalesce(course_id, clinic_id), coalesce(ordinal, 0))
  where state = 'waiting';
call protect('waitlist_entry');

create table waitlist_offer (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  patient_id uuid not null,
  hold_id uuid not null,
  -- The clinic's civil day, for the limit of offers a day.
  offered_on date not null,
  offered_at timestamptz not null,
  offered_by text not null,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  answered_at timestamptz,
  answered_by text,
  primary key (clinic_id, id),
  foreign key (clinic_id, entry_id) references waitlist_entry (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, hold_id) references hold (clinic_id, id),
  check ((state = 'open') = (answered_at is null))
);
create unique index waitlist_offer_open on waitlist_offer (clinic_id, entry_id) where state = 'open';
create index waitlist_offer_patient on waitlist_offer (clinic_id, patient_id, offered_on);
call protect('waitlist_offer');

-- Where, with what and when. Wall time (day, minute, zone) is the truth of a visit; instants are derived.

create table site (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  address text not null default '',
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id) references clinic (clinic_id)
);
call protect('site');

create table site_opening (
  clinic_id uuid not null,
  site_id uuid not null,
  weekday text not null check (weekday in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
  from_minute integer not null,
  to_minute integer not null,
  primary key (clinic_id, site_id, weekday, from_minute),
  foreign key (clinic_id, site_id) references site (clinic_id, id),
  check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440 and from_minute % 5 = 0 and to_minute % 5 = 0)
);
call protect('site_opening');

create table site_closure (
  clinic_id uuid not null,
  site_id uuid not null,
  day date not null,
  reason text not null,
  primary key (clinic_id, site_id, day),
  foreign key (clinic_id, site_id) references site (clinic_id, id)
);
call protect('site_closure');

create table resource (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('practitioner', 'room', 'device')),
  name text not null,
  site_id uuid,
  staff_id uuid,
  kinds text[] not null default '{}',
  device jsonb,
  service_due_on date,
  ended_on date,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, site_id) references site (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id),
  check ((kind = 'practitioner') = (staff_id is not null))
);
call protect('resource');

create table qualification (
  clinic_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  name text not null,
  valid_from date,
  valid_to date,
  primary key (clinic_id, id),
  foreign key (clinic_id, resource_id) references resource (clinic_id, id)
);
call protect('qualification');

create table roster (
  clinic_id uuid not null,
  resource_id uuid not null,
  site_id uuid not null,
  weekday text not null check (weekday in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
  from_minute integer not null,
  to_minute integer not null,
  primary key (clinic_id, resource_id, weekday, from_minute),
  foreign key (clinic_id, resource_id) references resource (clinic_id, id),
  foreign key (clinic_id, site_id) references site (clinic_id, id),
  check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440 and from_minute % 5 = 0 and to_minute % 5 = 0)
);
call protect('roster');

-- Leave of a person, outage of a room or a device; both days inclusive.
create table absence (
  clinic_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, resource_id) references resource (clinic_id, id),
  check (from_day <= to_day)
);
call protect('absence');

create table service (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('consultation', 'session')),
  name text not null,
  prep_minutes integer not null,
  treatment_minutes integer not null,
  notes_minutes integer not null,
  room_turnover_minutes integer not null,
  device_cleaning_minutes integer not null,
  qualification text not null,
  prep_room_kind text not null,
  treatment_room_kind text not null,
  device_kind text,
  version integer not null default 1,
  primary key (clinic_id, id)
);
call protect('service');

-- The row that bookings of one site and day lock, in ascending order, before they look and claim.
create table site_day (
  clinic_id uuid not null,
  site_id uuid not null,
  day date not null,
  version bigint not null default 0,
  primary key (clinic_id, site_id, day),
  foreign key (clinic_id, site_id) references site (clinic_id, id)
);
call protect('site_day');

create table visit (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  service_id uuid not null,
  kind text not null check (kind in ('consultation', 'session', 'review')),
  course_id uuid,
  ordinal integer,
  site_id uuid not null,
  day date not null,
  start_minute integer not null check (start_minute % 5 = 0),
  end_minute integer not null,
  time_zone text not null,
  starts_at timestamptz not null,
  practitioner_id uuid not null,
  prep_room_id uuid not null,
  treatment_room_id uuid not null,
  device_id uuid,
  state text not null check (state in ('booked', 'arrived', 'in-room', 'done', 'late', 'cancelled', 'no-show')),
  cancelled_by text,
  reason text,
  booked_at timestamptz not null,
  booked_by text not null,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, course_id) references course (clinic_id, id),
  foreign key (clinic_id, site_id) references site (clinic_id, id),
  foreign key (clinic_id, service_id) references service (clinic_id, id),
  foreign key (clinic_id, practitioner_id) references resource (clinic_id, id),
  foreign key (clinic_id, prep_room_id) references resource (clinic_id, id),
  foreign key (clinic_id, treatment_room_id) references resource (clinic_id, id),
  foreign key (clinic_id, device_id) references resource (clinic_id, id),
  check ((kind = 'session') = (course_id is not null)),
  check ((course_id is null) = (ordinal is null)),
  check (state <> 'cancelled' or (cancelled_by is not null and reason is not null))
);
create index visit_day on visit (clinic_id, site_id, day, start_minute);
create index visit_patient on visit (clinic_id, patient_id, day);
create unique index visit_of_course on visit (clinic_id, course_id, ordinal) where state not in ('cancelled', 'no-show');
call protect('visit');

create table visit_event (
  clinic_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  state text not null,
  at timestamptz not null,
  by text not null,
  reason text,
  primary key (clinic_id, id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id)
);
create index visit_event_visit on visit_event (clinic_id, visit_id, at);
call protect('visit_event');
call append_only('visit_event');

-- A resource taken for minutes of one day: no two claims of a resource overlap, by construction.
create table claim (
  clinic_id uuid not null,
  resource_id uuid not null,
  day date not null,
  during int4range not null check (not isempty(during) and lower(during) >= 0 and upper(during) <= 1440),
  visit_id uuid not null,
  site_id uuid not null,
  primary key (clinic_id, resource_id, day, during),
  foreign key (clinic_id, resource_id) references resource (clinic_id, id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id),
  constraint claim_no_overlap exclude using gist (clinic_id with =, resource_id with =, day with =, during with &&)
);
create index claim_visit on claim (clinic_id, visit_id);
create index claim_day on claim (clinic_id, site_id, day);
call protect('claim');

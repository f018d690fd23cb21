-- What lets every process keep a copy of the calendar in memory and know when it is out of date, and who booked outside a rule.

-- Grows with every change of what a clinic's calendar is made of: hours, closures, people, rooms, devices, services.
create table clinic_calendar (
  clinic_id uuid not null,
  version bigint not null,
  primary key (clinic_id),
  foreign key (clinic_id) references clinic (clinic_id)
);
call protect('clinic_calendar');

create function change_calendar() returns trigger language plpgsql as $$
begin
  insert into clinic_calendar (clinic_id, version) values (coalesce(new.clinic_id, old.clinic_id), 1)
    on conflict (clinic_id) do update set version = clinic_calendar.version + 1;
  return null;
end $$;

do $$
declare table_name text;
begin
  foreach table_name in array array['site', 'site_opening', 'site_closure', 'resource', 'qualification', 'roster', 'absence', 'service'] loop
    execute format('create trigger changes_calendar after insert or update or delete on %I for each row execute function change_calendar()', table_name);
  end loop;
end $$;

-- Whoever adds or removes a claim, through whatever door, makes its day another version. One statement takes its days in
-- ascending order, as a booking locks them.
create function change_site_days() returns trigger language plpgsql as $$
begin
  insert into site_day (clinic_id, site_id, day, version)
    select distinct clinic_id, site_id, day, 1::bigint from changed order by clinic_id, site_id, day
    on conflict (clinic_id, site_id, day) do update set version = site_day.version + 1;
  return null;
end $$;
create trigger claim_added after insert on claim referencing new table as changed for each statement execute function change_site_days();
create trigger claim_removed after delete on claim referencing old table as changed for each statement execute function change_site_days();
create trigger claim_left after update on claim referencing old table as changed for each statement execute function change_site_days();
create trigger claim_came after update on claim referencing new table as changed for each statement execute function change_site_days();

-- A practitioner may work at two sites, so the versions of a day are read over all of them.
create index site_day_day on site_day (clinic_id, day);

-- A booking or move outside a rule of the clinic, by somebody who may, with the reason. Never for what is taken, overdue,
-- before the first legal day or without a qualification.
create table booking_override (
  clinic_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  rule text not null check (rule in ('gap-too-short', 'gap-too-long', 'outside-roster')),
  -- The rule in words, as it was shown to whoever went past it.
  said text not null,
  reason text not null check (reason <> ''),
  account_id uuid not null,
  by_name text not null,
  role text not null check (role in ('owner', 'manager')),
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
create index booking_override_at on booking_override (clinic_id, at);
call protect('booking_override');
call append_only('booking_override');

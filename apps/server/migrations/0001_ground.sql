-- The ground every other table stands on: roles, the tenant wall, people, sign-in, audit, idempotency, messages.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Roles belong to the whole cluster, so another database of it may have made them already.
do $$
declare role_name text;
begin
  perform pg_advisory_xact_lock(741025);
  foreach role_name in array array['fibril_nobody', 'fibril_app', 'fibril_gate'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin nosuperuser noinherit nobypassrls', role_name);
    end if;
    if not pg_has_role(session_user, role_name, 'member') then
      execute format('grant %I to %I', role_name, session_user);
    end if;
  end loop;
end $$;

grant usage on schema public to fibril_nobody, fibril_app, fibril_gate;

-- The clinic of the request, or null where none was set: then every policy is false.
create function current_clinic() returns uuid language sql stable
  return nullif(current_setting('fibril.clinic_id', true), '')::uuid;

-- The only patient whose rows may be seen, or null where the caller is staff.
create function current_patient() returns uuid language sql stable
  return nullif(current_setting('fibril.patient_id', true), '')::uuid;

-- Puts the tenant wall around a table. Every table but the listed exempt ones goes through it.
create procedure protect(table_name text) language plpgsql as $$
declare patient_column text;
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy of_clinic on %I to fibril_app using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', table_name);
  select case when table_name = 'patient' then 'id' else 'patient_id' end into patient_column
    from pg_attribute where attrelid = table_name::regclass and not attisdropped
      and attname = case when table_name = 'patient' then 'id' else 'patient_id' end;
  if patient_column is not null then
    execute format('create policy of_patient on %I as restrictive to fibril_app using (current_patient() is null or %I = current_patient())', table_name, patient_column);
  end if;
  execute format('grant select, insert, update, delete on %I to fibril_app', table_name);
end $$;

-- Rows that are only ever added.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create procedure append_only(table_name text) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', table_name);
  execute format('create trigger append_only_truncate before truncate on %I for each statement execute function refuse_change()', table_name);
end $$;

-- Gate tables: a person before a tenant is known. Only fibril_gate sees them.
create table account (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  check (email = lower(email))
);
create unique index account_email on account (email);

create table membership (
  clinic_id uuid not null,
  id uuid not null,
  account_id uuid not null references account (id),
  role text not null check (role in ('owner', 'manager', 'practitioner', 'front-desk', 'auditor', 'patient', 'integrator')),
  patient_id uuid,
  patient_relation text check (patient_relation in ('self', 'guardian')),
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  check ((role = 'patient') = (patient_id is not null)),
  check ((role = 'patient') = (patient_relation is not null))
);
create unique index membership_once on membership (clinic_id, account_id, role, coalesce(patient_id, clinic_id)) where ended_at is null;
create index membership_account on membership (account_id);

create table sign_in (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  clinic_id uuid not null,
  membership_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (clinic_id, membership_id) references membership (clinic_id, id)
);
create index sign_in_account on sign_in (account_id);

-- One table for what is proved by a secret sent to a person: log-in code, clinic link, invitation, new password, first owner.
create table one_time_secret (
  id uuid primary key,
  clinic_id uuid,
  purpose text not null check (purpose in ('patient-code', 'patient-link', 'invitation', 'new-password', 'first-owner')),
  secret_hash bytea not null,
  account_id uuid references account (id),
  email text,
  detail jsonb not null default '{}',
  attempts_left integer not null default 5,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_secret_email on one_time_secret (email, purpose);
create unique index one_time_secret_hash on one_time_secret (purpose, secret_hash) where purpose <> 'patient-code';

create table api_token (
  token_hash bytea primary key,
  id uuid not null unique,
  clinic_id uuid not null,
  membership_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  foreign key (clinic_id, membership_id) references membership (clinic_id, id)
);

create table sign_in_attempt (
  key text not null,
  at timestamptz not null
);
create index sign_in_attempt_key on sign_in_attempt (key, at);

-- One row: whether this database is a demo, and how far its clock was moved.
create table installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false,
  demo_accounts jsonb,
  clock_offset_seconds bigint not null default 0,
  master_key_check bytea
);
insert into installation default values;

grant select, insert, update, delete on account, membership, sign_in, one_time_secret, api_token, sign_in_attempt to fibril_gate;
grant select, update on installation to fibril_gate;

create table clinic (
  clinic_id uuid primary key,
  name text not null,
  time_zone text not null,
  phone text not null,
  email text not null,
  emergency_text text not null,
  file_key bytea,
  created_at timestamptz not null,
  version integer not null default 1
);
call protect('clinic');
grant select, insert on clinic to fibril_gate;
create policy gate_reads on clinic to fibril_gate using (true) with check (true);

-- Staff as the clinic knows them; who may sign in stands in membership.
create table staff (
  clinic_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  membership_id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'manager', 'practitioner', 'front-desk', 'auditor', 'integrator')),
  registration text,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id) references clinic (clinic_id)
);
create unique index staff_account on staff (clinic_id, account_id, role);
call protect('staff');
grant select, insert, update on staff to fibril_gate;
create policy gate_writes on staff to fibril_gate using (true) with check (true);

create table audit_head (
  clinic_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);
call protect('audit_head');

create table audit_event (
  clinic_id uuid not null,
  sequence bigint not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  role text not null,
  action text not null,
  noun text not null,
  subject_id uuid,
  about_patient_id uuid,
  detail jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (clinic_id, sequence)
);
create index audit_event_patient on audit_event (clinic_id, about_patient_id, sequence desc);
create index audit_event_subject on audit_event (clinic_id, subject_id, sequence desc);
call protect('audit_event');
call append_only('audit_event');

create table idempotent_answer (
  clinic_id uuid not null,
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  body jsonb,
  created_at timestamptz not null,
  primary key (clinic_id, account_id, key)
);
call protect('idempotent_answer');

create table message (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid,
  kind text not null,
  to_address text not null,
  subject text not null,
  text text not null,
  dedupe_key text not null,
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  cancelled_at timestamptz,
  failures integer not null default 0,
  last_failure text,
  primary key (clinic_id, id)
);
create unique index message_once on message (clinic_id, dedupe_key);
create index message_due on message (due_at) where sent_at is null and cancelled_at is null;
call protect('message');
grant insert, select, update on message to fibril_gate;
create policy gate_sends on message to fibril_gate using (true) with check (true);

-- A plan for the visits that a closed day or an absence displaced: a preview until its lines are accepted.

create table replan (
  clinic_id uuid not null,
  id uuid not null,
  cause jsonb not null,
  name text not null,
  may_move_others boolean not null,
  state text not null check (state in ('improving', 'ready')),
  way text not null check (way in ('first', 'search', 'solver')),
  is_proven boolean not null default false,
  -- Nobody waits longer than this for a better plan, whatever became of the process that looked for it.
  improving_until timestamptz not null,
  created_by text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (clinic_id, id)
);
call protect('replan');

create table replan_line (
  clinic_id uuid not null,
  replan_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  site_id uuid not null,
  position integer not null,
  -- The version of the visit that the line was made from, then the one that accepting it made.
  visit_version integer not null,
  role text not null check (role in ('displaced', 'movable')),
  before_place jsonb not null,
  after_place jsonb,
  day_window jsonb,
  terms jsonb,
  obstacles text[] not null,
  needs uuid[] not null,
  state text not null check (state in ('proposed', 'without-place', 'accepted')),
  primary key (clinic_id, replan_id, visit_id),
  foreign key (clinic_id, replan_id) references replan (clinic_id, id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id),
  check ((state = 'without-place') = (after_place is null))
);
call protect('replan_line');

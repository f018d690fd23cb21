-- Each week in which photographs were opened in an emergency, raised for the owners once when it is over.
create table emergency_week (
  clinic_id uuid not null,
  week_starts_on date not null check (extract(isodow from week_starts_on) = 1),
  raised_at timestamptz not null,
  primary key (clinic_id, week_starts_on)
);
call protect('emergency_week');
call append_only('emergency_week');

-- Who looked through such a week, and what they found. Nothing is taken back; a second look is a second row.
create table emergency_review (
  clinic_id uuid not null,
  id uuid not null,
  week_starts_on date not null check (extract(isodow from week_starts_on) = 1),
  reviewer_id uuid not null,
  reviewer_name text not null,
  role text not null check (role in ('owner', 'auditor')),
  note text not null check (length(note) >= 3),
  -- Whether the reviewer opened photographs in that week: whoever reads it should know.
  own_use boolean not null,
  reviewed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, reviewer_id) references staff (clinic_id, id)
);
create index emergency_review_week on emergency_review (clinic_id, week_starts_on);
call protect('emergency_review');
call append_only('emergency_review');
create index emergency_access_when on emergency_access (clinic_id, opened_at);

-- The key that a sign-in was asked for with: a repeat takes the place of the first instead of standing beside it.
alter table sign_in add column begun_key text;
create unique index sign_in_begun on sign_in (account_id, begun_key);

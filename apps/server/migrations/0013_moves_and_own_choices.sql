-- Moves that can be taken back whole, and whether patients may book by themselves.

-- Where each visit stood before a move; one move may carry several visits of a course.
create table visit_move (
  clinic_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  course_id uuid not null,
  -- The version that the move made: only a visit that is still so can go back.
  version_after integer not null,
  day date not null,
  start_minute integer not null,
  practitioner_id uuid not null,
  prep_room_id uuid not null,
  treatment_room_id uuid not null,
  device_id uuid,
  moved_by text not null,
  moved_at timestamptz not null,
  undone_at timestamptz,
  primary key (clinic_id, id, visit_id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id),
  foreign key (clinic_id, course_id) references course (clinic_id, id)
);
create index visit_move_course on visit_move (clinic_id, course_id, moved_at desc);
call protect('visit_move');

alter table clinic_settings add column self_booking boolean not null default true;

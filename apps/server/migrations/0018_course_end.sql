-- Who ended a course before its last session, and when.

alter table course add column abandoned_at timestamptz;
alter table course add column abandoned_by text;

-- Courses that ended before these columns were kept say it in the audit.
update course
   set abandoned_at = event.at, abandoned_by = event.actor
  from audit_event event
 where event.clinic_id = course.clinic_id and event.subject_id = course.id
   and event.noun = 'course' and event.action = 'abandoned';

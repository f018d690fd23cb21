-- Row-level security looks at a row before any function that could tell of it, and `lower` and `like` could: neither may
-- use an index there. Names kept as they are looked for, and the operators of text_pattern_ops, may. The application
-- writes the names' search form; `lower` leaves "Ø" as it is in the C locale.
alter table patient
  add column family_name_search text,
  add column given_name_search text,
  add column phone_digits_reversed text generated always as (reverse(phone_digits)) stored;
update patient set family_name_search = lower(family_name), given_name_search = lower(given_name);
alter table patient
  alter column family_name_search set not null,
  alter column given_name_search set not null;

drop index patient_family_name;
drop index patient_given_name;
-- The order of the list, page after page.
create index patient_by_name on patient (clinic_id, family_name_search, given_name_search, id);
create index patient_family_name_begins on patient (clinic_id, family_name_search text_pattern_ops);
create index patient_given_name_begins on patient (clinic_id, given_name_search text_pattern_ops);
create index patient_phone_begins on patient (clinic_id, phone_digits text_pattern_ops);
create index patient_phone_ends on patient (clinic_id, phone_digits_reversed text_pattern_ops);

-- Whether a session was stopped early is read from its record as corrected; this column knew the record as signed only.

alter table session_record drop column stopped_early;

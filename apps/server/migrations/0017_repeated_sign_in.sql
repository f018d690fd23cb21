-- The key of the write that used a one-time secret: the same write, sent again because its answer was lost, may use it again.

alter table one_time_secret add column used_key text;

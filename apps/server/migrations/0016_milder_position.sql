-- A clinic may also take the milder position that a label documents: count_after is then 1, or 0 where it is given back.
alter table rule_set_change drop constraint rule_set_change_unit_check;
alter table rule_set_change add constraint rule_set_change_unit_check check (unit in ('days', 'months', 'position'));
alter table person_rule_change drop constraint person_rule_change_unit_check;
alter table person_rule_change add constraint person_rule_change_unit_check check (unit in ('days', 'months', 'position'));

-- A person may work at two sites whose clocks differ: 10:00 here and 10:00 there are two moments. The day and the minutes
-- stay the truth; the instants are derived from them and may be derived again when a zone's rules change. Rooms and
-- devices belong to one site, so that their minutes say it all.
alter table claim add column instants tstzrange check (instants is null or not isempty(instants));
update claim set instants = tstzrange(begins, greatest(ends, begins + interval '5 minutes'))
  from (
    select taken.clinic_id, taken.resource_id, taken.site_id, taken.day, taken.during,
      (taken.day + make_interval(mins => lower(taken.during))) at time zone site.time_zone as begins,
      (taken.day + make_interval(mins => upper(taken.during))) at time zone site.time_zone as ends
    from claim as taken
      join site on site.clinic_id = taken.clinic_id and site.id = taken.site_id
      join resource on resource.clinic_id = taken.clinic_id and resource.id = taken.resource_id
    where resource.kind = 'practitioner'
  ) as derived
  where claim.clinic_id = derived.clinic_id and claim.resource_id = derived.resource_id and claim.site_id = derived.site_id
    and claim.day = derived.day and claim.during = derived.during;

alter table claim drop constraint claim_no_overlap;
alter table claim add constraint claim_no_overlap
  exclude using gist (clinic_id with =, resource_id with =, day with =, site_id with =, during with &&);
alter table claim add constraint claim_at_one_site
  exclude using gist (clinic_id with =, resource_id with =, instants with &&) where (instants is not null);
alter table claim drop constraint claim_pkey;
alter table claim add primary key (clinic_id, resource_id, day, site_id, during);

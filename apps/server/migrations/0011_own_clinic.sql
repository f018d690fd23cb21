-- A demo that becomes a clinic of one's own, and answers before a clinic is known that are given once.

-- Since when the installation is no demo any more, and what of the demo's set-up the first owner's clinic begins with.
alter table installation add column own_clinic_since timestamptz;
alter table installation add column kept_set_up jsonb;

-- Writes at the gate that a repeat would hurt: the answer of the first is given to the second. Belongs to no clinic.
create table gate_answer (
  operation text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  body jsonb,
  created_at timestamptz not null,
  primary key (operation, key)
);
create index gate_answer_created on gate_answer (created_at);
grant select, insert, update, delete on gate_answer to fibril_gate;

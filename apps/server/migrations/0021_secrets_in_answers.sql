-- An answer that is kept for a repeat of its write may carry a secret: a hold's token, a link to join, the address of a
-- feed. It is kept word for word while the secret lives, and its body goes when the secret is used up, ended or over.

-- Of the secret that the answer carries; null for one that carries none.
alter table idempotent_answer add column secret_hash bytea;
alter table idempotent_answer add column secret_until timestamptz;
alter table gate_answer add column secret_hash bytea;
alter table gate_answer add column secret_until timestamptz;
create index idempotent_answer_secret on idempotent_answer (secret_hash) where secret_hash is not null;
create index gate_answer_secret on gate_answer (secret_hash) where secret_hash is not null;

-- Secrets end at the gate, where no clinic is known: it may empty such an answer, and read nothing of any.
grant select (clinic_id, created_at, secret_hash, secret_until), update (body, secret_until) on idempotent_answer to fibril_gate;
create policy gate_forgets on idempotent_answer to fibril_gate using (true) with check (true);

-- What was kept before this: nobody knows any more which secret it carries, so that its body goes now.
update idempotent_answer set body = null, secret_until = created_at
  where jsonb_typeof(body -> 'link') = 'string' or jsonb_typeof(body -> 'url') = 'string';
update gate_answer set body = null, secret_until = created_at where jsonb_typeof(body -> 'token') = 'string';

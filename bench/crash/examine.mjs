// Reads the database past the application and holds it against what was acknowledged.
const holding = {
  patient: "select id::text from patient",
  consultation: "select distinct patient_id::text as id from consultation",
  decision: "select distinct patient_id::text as id from suitability_decision where decision = 'agree'",
  consent: "select id::text from consent",
  course: "select id::text from course",
  arrival: "select visit_id::text as id from visit_event where state = 'arrived'",
  session: "select id::text from session_record",
  signature: "select id::text from session_record where state = 'signed'",
};

/** Nothing of these may ever be there: each is something half done. */
const partial = {
  "a course without one of its visits":
    "select c.id from course c where c.state = 'planned' and (select count(*) from visit v where v.course_id = c.id) <> c.planned_sessions",
  "a visit without one of its claims":
    "select v.id from visit v where v.kind = 'session' and v.state in ('booked', 'arrived', 'in-room') and (select count(*) from claim k where k.visit_id = v.id) <> 4",
  "a signature without its zones, aftercare or check-ins":
    "select s.id from session_record s where s.state = 'signed' and (not exists (select 1 from session_zone z where z.session_id = s.id) or not exists (select 1 from aftercare a where a.session_id = s.id) or not exists (select 1 from check_in c where c.session_id = s.id))",
  "zones of a session that is not signed":
    "select z.session_id from session_zone z join session_record s on s.id = z.session_id where s.state <> 'signed'",
  "a consent without its audit row":
    "select c.id from consent c where not exists (select 1 from audit_event e where e.subject_id = c.id)",
  "a course without its audit row":
    "select c.id from course c where not exists (select 1 from audit_event e where e.subject_id = c.id)",
  "a patient registered twice by one act":
    "select family_name from patient where family_name like 'Crash %' group by family_name having count(*) > 1",
  "two active courses of one patient":
    "select patient_id from course where state in ('planned', 'under-way') group by patient_id having count(*) > 1",
  "a key without its answer": "select key from idempotent_answer where status is null",
};

export async function examine(query, ledger) {
  const problems = [];
  for (const [noun, sql] of Object.entries(holding)) {
    const kept = new Set((await query(sql)).map(({ id }) => id));
    const missing = ledger[noun].filter((entry) => !kept.has(typeof entry === "string" ? entry : entry.id));
    if (missing.length > 0) problems.push(`${missing.length} acknowledged ${noun} lost: ${missing.slice(0, 3)}`);
  }
  for (const [what, sql] of Object.entries(partial)) {
    const rows = await query(sql);
    if (rows.length > 0) problems.push(`${rows.length} times ${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return problems;
}

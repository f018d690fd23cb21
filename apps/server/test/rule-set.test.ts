import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escalateTasks } from "../src/workflows/escalate-tasks.ts";
import {
  ask,
  foundTestClinic,
  fullConsultation,
  openTestWorld,
  password,
  registration,
  type TestClinic,
  type TestWorld,
} from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "otter");
  for (const one of [clinic, other]) {
    await world.query("update staff set registration = '1234567' where clinic_id = $1 and role = 'practitioner'", [
      one.clinicId,
    ]);
  }
}, 120_000);
afterAll(() => world.close());

let minutes = 0;
/** Nobody signs twice in one instant: each act of these tests is a minute after the one before. */
function treats(method: "GET" | "POST" | "PUT", path: string, body?: unknown) {
  if (method !== "GET") minutes += 1;
  world.setNow(new Date(Date.UTC(2027, 0, 6, 8, minutes)));
  return ask(world, clinic.tokens.practitioner, method, path, body);
}
const owner = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  ask(world, clinic.tokens.owner, method, path, body);

/** Tanned 10 days ago: by the founding rules deferred until 10 January. */
const tanned = { sunExposure: { answer: "yes", kind: "tan", on: "2026-12-27" } };
/** Stopped isotretinoin 4 months ago. */
const stopped = { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-09-06" } };

async function patientWith(
  answers: Readonly<Record<string, unknown>>,
  familyName = "Okafor",
  request: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { body } = await ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", {
    ...registration,
    familyName,
  });
  await treats("PUT", `/api/patients/${body.id}/consultation`, { ...fullConsultation(answers), ...request });
  return body.id;
}

const suitability = async (patientId: string) => (await treats("GET", `/api/patients/${patientId}/suitability`)).body;

async function decide(patientId: string) {
  const view = await suitability(patientId);
  return treats("POST", `/api/patients/${patientId}/suitability/decisions`, {
    consultationVersion: view.consultationVersion,
    verdictShown: view.outcome.verdict,
    decision: "agree",
    reason: "",
    outsideOpinion: null,
  });
}

const version = async () => (await treats("GET", "/api/rule-set")).body.version;

async function sign(change: Readonly<Record<string, unknown>>) {
  return treats("POST", "/api/rule-set/changes", {
    rule: "sun",
    count: 7,
    patientId: null,
    prescriber: null,
    reason: "Our patients keep out of the sun",
    setVersionShown: await version(),
    password,
    ...change,
  });
}

const issueOf = ({ body }: Awaited<ReturnType<typeof sign>>) => body.issues?.[0];

describe("a clinic's own rules", () => {
  it("begin as the founding set, unchanged and not reviewed", async () => {
    const { body } = await treats("GET", "/api/rule-set");
    expect(body).toMatchObject({ id: "founding", version: "1.0.0", reviewedBy: null, changes: [] });
    expect(body.rules).toContainEqual(
      expect.objectContaining({
        rule: "med.isotretinoin.past",
        setting: { unit: "months", count: 6 },
        foundingCount: 6,
        range: { min: 2, max: 12, scope: "person" },
      }),
    );
    expect(body.signer).toEqual({ maySign: true, name: "practitioner heron", registration: "1234567" });
  });

  it("show who would be affected before anything is signed", async () => {
    const patientId = await patientWith(tanned, "Tanned");
    await decide(patientId);
    const { status, body } = await treats("POST", "/api/rule-set/previews", { rule: "sun", count: 7, patientId: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({ setVersion: "1.0.0", before: { count: 14 }, after: { unit: "days", count: 7 } });
    expect(body.affected).toEqual([
      {
        patientId,
        patientName: "Ama Tanned",
        courseState: null,
        before: { verdict: "defer", notBefore: "2027-01-10" },
        after: { verdict: "suitable", notBefore: null },
        turns: "opened",
      },
    ]);
    expect(await version()).toBe("1.0.0");
  });

  it.each([
    [{ count: 0 }, 422, { path: "count", message: "must be from 1 to 28, the range that was documented" }],
    [{ count: 29 }, 422, { path: "count", message: "must be from 1 to 28, the range that was documented" }],
    [{ count: 14 }, 422, { path: "count", message: "is what holds already" }],
    [{ rule: "preg" }, 422, { path: "rule", message: "is no rule with a wait or a milder position" }],
    [{ rule: "lact", count: 2 }, 422, { path: "count", message: "must be from 0 to 1, the range that was documented" }],
    [{ rule: "lact", count: 0 }, 422, { path: "count", message: "is what holds already" }],
    [{ rule: "proc.laser-ablative", count: 2 }, 422, { path: "rule" }],
    [{ rule: "med.isotretinoin.past", count: 3 }, 422, { path: "patientId" }],
    [{ password: "wrong horse" }, 422, { path: "password", message: "is not your password" }],
    [{ reason: " " }, 422, { path: "reason" }],
  ])("refuse %j", async (change, status, issue) => {
    const answered = await sign(change);
    expect(answered.status).toBe(status);
    expect(issueOf(answered)).toMatchObject(issue);
    expect(await version()).toBe("1.0.0");
  });

  it("are signed only by a clinician whose registration is on file", async () => {
    const change = { rule: "sun", count: 7, patientId: null, prescriber: null, reason: "Because", password };
    const body = { ...change, setVersionShown: "1.0.0" };
    expect((await owner("POST", "/api/rule-set/changes", body)).body.detail).toContain("no registration number");
    for (const role of ["manager", "front-desk", "auditor", "patient"] as const)
      expect((await ask(world, clinic.tokens[role], "POST", "/api/rule-set/changes", body)).status).toBe(403);
  });

  it("are not signed on a preview of rules that were changed meanwhile", async () =>
    expect(await sign({ setVersionShown: "1.0.0+7" })).toMatchObject({
      status: 409,
      body: { code: "stale-version", current: { version: "1.0.0" } },
    }));

  it("hold at once where stricter, open a task a plan, and leave signed decisions as they were", async () => {
    const patientId = await patientWith({ sunExposure: { ...tanned.sunExposure, on: "2026-12-20" } }, "Paler");
    const decision = (await decide(patientId)).body;
    expect(decision).toMatchObject({ permits: true, bookableFrom: "2027-01-06", outcome: { verdict: "suitable" } });
    const signed = await sign({ count: 28 });
    expect(signed).toMatchObject({ status: 201, body: { version: "1.0.0+1" } });
    expect(signed.body.changes[0]).toMatchObject({
      countBefore: 14,
      countAfter: 28,
      signerName: "practitioner heron",
      signerRegistration: "1234567",
      plansAffected: 2,
      refused: null,
    });

    const view = await suitability(patientId);
    expect(view.outcome).toMatchObject({ verdict: "defer", notBefore: "2027-01-17", ruleSet: { version: "1.0.0+1" } });
    expect(view.decision).toMatchObject({ outcome: { verdict: "suitable", ruleSet: { version: "1.0.0" } } });
    expect(view.decision.bookableFrom).toBe("2027-01-17");

    const { tasks } = (await treats("GET", "/api/tasks")).body;
    const task = tasks.find((one: { patientId: string }) => one.patientId === patientId);
    expect(task).toMatchObject({ kind: "rule-change", urgency: "48-hours", acknowledged: null });
    expect(task.summary).toBe(
      "A rule was changed from 14 days to 28 days. Today's verdict by it: defer, not before Sun 17 Jan 2027. Look at the plan and sign the verdict again.",
    );
    await world.app.runDue();
    const [audit] = await world.query<{ noun: string }>(
      "select noun from audit_event where clinic_id = $1 and action = 'signed' and noun = 'rule change'",
      [clinic.clinicId],
    );
    expect(audit).toEqual({ noun: "rule change" });
    const messages = await world.query("select 1 from message where kind = 'rule-change' and clinic_id = $1", [
      clinic.clinicId,
    ]);
    expect(messages).toHaveLength(1);
  });

  it("give no earlier day by a looser rule until it is signed again", async () => {
    const patientId = await patientWith(tanned, "Later");
    expect((await decide(patientId)).body.bookableFrom).toBe("2027-01-24");
    expect((await sign({ count: 7 })).body.version).toBe("1.0.0+2");
    expect((await suitability(patientId)).decision.bookableFrom).toBe("2027-01-24");
    expect((await decide(patientId)).body).toMatchObject({
      permits: true,
      bookableFrom: "2027-01-06",
      outcome: { ruleSet: { version: "1.0.0+2" } },
    });
  });

  it("take the milder position that a label documents, and give it back", async () => {
    const patientId = await patientWith({ breastfeeding: { answer: "yes" } }, "Feeding", { anaesthetic: "none" });
    expect((await decide(patientId)).body).toMatchObject({ permits: false, bookableFrom: null });
    const change = { rule: "lact", count: 1, patientId: null };
    const preview = (await treats("POST", "/api/rule-set/previews", change)).body;
    expect(preview).toMatchObject({
      before: { unit: "position", count: 0 },
      after: { unit: "position", count: 1 },
      affected: [{ patientId, before: { verdict: "defer" }, after: { verdict: "adapt" }, turns: "opened" }],
    });
    const signed = await sign({ ...change, reason: "The label excludes the cream alone" });
    expect(signed.body.changes[0]).toMatchObject({ unit: "position", countBefore: 0, countAfter: 1, plansAffected: 1 });
    expect((await suitability(patientId)).outcome).toMatchObject({
      verdict: "adapt",
      findings: [{ rule: "lact", adaptations: ["Use no topical anaesthetic"], sources: ["S10"] }],
    });
    const back = await sign({ ...change, count: 0, reason: "As before" });
    expect(back.body.rules.find(({ rule }: { rule: string }) => rule === "lact")).toMatchObject({
      setting: { unit: "position", count: 0 },
      says: "Breastfeeding: no data on needling, and the label excludes it",
    });
    expect((await suitability(patientId)).outcome.verdict).toBe("defer");
  });

  it("are never changed or removed once signed", async () => {
    await expect(world.query("update rule_set_change set count_after = 1")).rejects.toThrow(/never changed/);
    await expect(world.query("delete from rule_set_change")).rejects.toThrow(/never changed/);
  });
});

describe("a plan that nobody has looked at again", () => {
  it("goes to the owner as what it is, not as a red flag", async () => {
    await escalateTasks.run(world.app.services, new Date("2027-01-15T08:00:00Z"));
    const messages = await world.query<{ text: string }>(
      "select text from message where kind = 'escalation' and clinic_id = $1",
      [clinic.clinicId],
    );
    expect(messages.length).toBeGreaterThan(0);
    for (const { text } of messages) expect(text).toContain("Nobody has looked at a plan that a changed rule touches");
  });
});

describe("isotretinoin", () => {
  const prescriber = {
    name: "Dr Bo Example",
    registration: "7654321",
    opinion: "Low dose, skin is calm.",
    on: "2027-01-05",
  };
  const forOne = (patientId: string, change: Readonly<Record<string, unknown>> = {}) => ({
    rule: "med.isotretinoin.past",
    count: 3,
    patientId,
    prescriber,
    reason: "Prescriber's written decision",
    ...change,
  });
  const versionFor = async (patientId: string) =>
    (await treats("POST", "/api/rule-set/previews", { rule: "med.isotretinoin.past", count: 3, patientId })).body
      .setVersion;

  it("is shortened for one person by a prescriber, never below 2 months, and for nobody else", async () => {
    const patientId = await patientWith(stopped, "Stopped");
    const neighbour = await patientWith(stopped, "Neighbour");
    const setVersionShown = await versionFor(patientId);
    const tooShort = await sign({ ...forOne(patientId), count: 1, setVersionShown });
    expect(issueOf(tooShort)).toEqual({
      path: "count",
      message: "must be from 2 to 12, the range that was documented",
    });
    expect(issueOf(await sign({ ...forOne(patientId), prescriber: null, setVersionShown }))).toMatchObject({
      path: "prescriber",
    });
    expect((await sign({ ...forOne(patientId), setVersionShown })).status).toBe(201);
    expect((await suitability(patientId)).outcome).toMatchObject({
      verdict: "suitable",
      ruleSet: { version: "1.0.0+4.p1" },
    });
    expect((await suitability(neighbour)).outcome).toMatchObject({ verdict: "defer", notBefore: "2027-03-06" });
  });

  it("is not changed for a patient of another clinic", async () => {
    const { body } = await ask(world, other.tokens["front-desk"], "POST", "/api/patients", registration);
    expect((await sign(forOne(body.id))).status).toBe(404);
    expect((await treats("POST", "/api/rule-set/previews", { rule: "sun", count: 7, patientId: body.id })).status).toBe(
      404,
    );
  });

  it("shows the rules that hold for one person, and of nobody elsewhere", async () => {
    const { body } = await treats("GET", "/api/rule-set");
    const patientId = body.changes.find((one: { patient: unknown }) => one.patient !== null).patient.id;
    const mine = (await treats("GET", `/api/rule-set?patientId=${patientId}`)).body;
    const settingOf = (view: { rules: { rule: string }[] }) =>
      view.rules.find(({ rule }) => rule === "med.isotretinoin.past");
    expect(settingOf(mine)).toMatchObject({ setting: { unit: "months", count: 3 }, foundingCount: 6 });
    expect(settingOf(body)).toMatchObject({ setting: { unit: "months", count: 6 } });
    expect((await ask(world, other.tokens.practitioner, "GET", `/api/rule-set?patientId=${patientId}`)).status).toBe(
      404,
    );
  });

  it("leaves another clinic's rules as they were", async () => {
    const { body } = await ask(world, other.tokens.practitioner, "GET", "/api/rule-set");
    expect(body).toMatchObject({ version: "1.0.0", changes: [] });
    const tasks = await ask(world, other.tokens.practitioner, "GET", "/api/tasks");
    expect(tasks.body.tasks).toEqual([]);
  });
});

describe("the evidence page", () => {
  const evidence = async (who = clinic) => (await ask(world, who.tokens.practitioner, "GET", "/api/evidence")).body;
  const of = (view: { statements: { part: string; id: string }[] }, id: string) =>
    view.statements.find((one) => one.id === id) as never as { says: string; part: string; review: unknown };

  it("lists every statement, none of them reviewed until a clinician signs", async () => {
    const view = await evidence();
    expect(new Set(view.statements.map(({ part }: { part: string }) => part)).size).toBe(5);
    expect(view.statements.filter(({ review }: { review: unknown }) => review !== null)).toEqual([]);
    expect(view.sources.find(({ id }: { id: string }) => id === "S24").usedBy).toEqual([
      "suitability: med.isotretinoin.past",
    ]);
  });

  it("says of a changed wait what the clinic's own is", async () => {
    expect(of(await evidence(), "sun").says).toContain("less than 7 days ago");
    expect(of(await evidence(other), "sun").says).toContain("less than 14 days ago");
  });

  it("keeps a named clinician's review, until the statement changes", async () => {
    const { part, says } = of(await evidence(), "sun");
    const statements = [{ part, id: "sun", says }];
    const stale = await treats("POST", "/api/evidence/reviews", {
      statements: [{ part, id: "sun", says: "Something else" }],
      password,
    });
    expect(stale).toMatchObject({ status: 409, body: { code: "stale-version" } });
    expect((await treats("POST", "/api/evidence/reviews", { statements, password: "wrong horse" })).status).toBe(422);
    const { status, body } = await treats("POST", "/api/evidence/reviews", { statements, password });
    expect(status).toBe(201);
    expect(of(body, "sun").review).toMatchObject({
      by: "practitioner heron",
      registration: "1234567",
      isCurrent: true,
    });
    expect(of(await evidence(other), "sun").review).toBeNull();
    await sign({ count: 10 });
    expect(of(await evidence(), "sun").review).toMatchObject({ isCurrent: false });
  });

  it("names the reviewers of the rules once every row is reviewed as it stands", async () => {
    const { statements } = await evidence();
    const all = statements.filter(({ part }: { part: string }) => part === "suitability");
    const body = { statements: all.map(({ part, id, says }: never) => ({ part, id, says })), password };
    await treats("POST", "/api/evidence/reviews", body);
    expect((await treats("GET", "/api/rule-set")).body.reviewedBy).toBe("practitioner heron");
    await sign({ count: 7 });
    expect((await treats("GET", "/api/rule-set")).body.reviewedBy).toBeNull();
  });

  it("is for professionals only", async () => {
    for (const role of ["front-desk", "patient", "integrator"] as const)
      expect((await ask(world, clinic.tokens[role], "GET", "/api/evidence")).status).toBe(403);
  });
});

describe("signing with a password", () => {
  it("stops after ten wrong ones", async () => {
    const statements = [
      { part: "protocol", id: "zone.orbital-rim", says: "Blocked: Nothing is needled inside the rim of the eye." },
    ];
    const wrong = () =>
      ask(world, other.tokens.practitioner, "POST", "/api/evidence/reviews", { statements, password: "x" });
    const statuses: number[] = [];
    for (let tried = 0; tried < 11; tried += 1) statuses.push((await wrong()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
  });
});

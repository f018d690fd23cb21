import type {
  ConsentsView,
  CourseView,
  DeviceView,
  SessionView,
  SuitabilityView,
  VisitPlacesView,
  VisitView,
} from "@fibril/contract";
import { addDays, type CalendarDate, parseMinuteOfDay } from "@fibril/kernel";
import { questionIds } from "@fibril/suitability";
import { chooseCourse, gapDays } from "./choose-course.ts";
import type { DemoPerson } from "./demo-people.ts";
import { demoDepthPlan, demoRecord } from "./demo-record.ts";
import { type Healing, planHealing } from "./healing.ts";
import { measureVisit, photographVisit } from "./measuring.ts";
import type { Step, World } from "./simulation.ts";
import type { Cast, Story } from "./story.ts";

const morning = 9 * 60;

/** The first step of a patient's story; each step plans the next. */
export function tell(person: DemoPerson, index: number, story: Story, cast: Cast): Step {
  const told = new Telling(person, index, story, cast);
  return { day: story.begins, minute: morning + (index % 60), run: (world) => told.register(world) };
}

/** One patient while their story is told; holds the ids that the application gave. */
class Telling {
  readonly #person: DemoPerson;
  readonly #index: number;
  readonly #story: Story;
  readonly #cast: Cast;
  #patientId = "";

  constructor(person: DemoPerson, index: number, story: Story, cast: Cast) {
    this.#person = person;
    this.#index = index;
    this.#story = story;
    this.#cast = cast;
  }

  get #path(): string {
    return `/api/patients/${this.#patientId}`;
  }

  get #treats(): string {
    return this.#story.site === 0 ? "practitioner" : "practitioner-3";
  }

  get #healing(): Healing {
    return {
      patientId: this.#patientId,
      index: this.#index,
      treats: this.#treats,
      redFlag: this.#story.redFlag ?? null,
    };
  }

  async register(world: World): Promise<void> {
    const [givenName, familyName, birthDate, sex] = this.#person;
    const patient = await world.call<{ id: string }>("front-desk", "POST", "/api/patients", {
      givenName,
      familyName,
      birthDate,
      sex,
      email: `${givenName}.${familyName}@patients.example`.toLowerCase(),
      phone: `07700 900${String(100 + this.#index)}`,
      address: null,
      preferredContact: "email",
      note: "",
    });
    this.#patientId = patient.id;
    if (this.#story.guardian) await this.#addGuardian(world, this.#story.guardian.name);
    if (this.#story.allergy) {
      const allergy = { substance: this.#story.allergy, reaction: "Rash", notedOn: this.#story.begins, endedOn: null };
      await world.call(this.#treats, "POST", `${this.#path}/allergies`, allergy);
    }
    if (this.#story.upTo === "registered") return this.#bookConsultation(world);
    world.plan({
      day: this.#story.begins,
      minute: morning + 120 + (this.#index % 60),
      run: (next) => this.#consult(next),
    });
  }

  async #addGuardian(world: World, name: string): Promise<void> {
    await world.call("front-desk", "POST", `${this.#path}/guardians`, {
      name,
      relationship: "mother",
      phone: "07700 900555",
      email: `guardian.${this.#index}@patients.example`,
      identityChecked: "Passport seen",
    });
  }

  async #bookConsultation(world: World): Promise<void> {
    const siteId = this.#cast.siteIds[this.#story.site];
    const from = addDays(this.#story.begins, 7 + (this.#index % 12));
    const wish = { siteId, serviceKind: "consultation", from, to: addDays(from, 20), practitionerId: null };
    const { places } = await world.call<VisitPlacesView>("front-desk", "POST", "/api/visit-suggestions", wish);
    const [place] = places;
    if (!place) return;
    const { practitionerName: _name, roomName: _room, ...chosen } = place;
    await world.call("front-desk", "POST", `${this.#path}/consultation-visits`, { siteId, place: chosen });
  }

  async #consult(world: World): Promise<void> {
    const { asked = questionIds.length, answers = {}, concerns = ["mild-acne-scars"], fitzpatrick = 3 } = this.#story;
    const no = Object.fromEntries(questionIds.slice(0, asked).map((question) => [question, { answer: "no" }]));
    await world.call(this.#treats, "PUT", `${this.#path}/consultation`, {
      version: 1,
      answers: { ...no, ...answers },
      concerns: concerns.flatMap((concern, at) => [
        { concern, zone: "cheek-left", severity: 2 + (at % 2) },
        { concern, zone: "cheek-right", severity: 2 },
      ]),
      area: "face",
      anaesthetic: "lidocaine-prilocaine",
      fitzpatrick: asked === questionIds.length ? fitzpatrick : null,
      skinNotes: "Seen under daylight lamp.",
    });
    if (this.#story.upTo === "consultation") return;
    await this.#decide(world);
    if (this.#story.upTo === "decision") return;
    await this.#consent(world);
    if (this.#story.upTo === "consent" || this.#story.guardian?.consents === false) return;
    await this.#measure(world, this.#story.begins, 0);
    world.plan({
      day: this.#story.begins,
      minute: morning + 300 + (this.#index % 60),
      run: (next) => this.#bookCourse(next),
    });
  }

  async #decide(world: World): Promise<void> {
    const view = await world.call<SuitabilityView>(this.#treats, "GET", `${this.#path}/suitability`);
    if (!view.outcome) throw new Error("the demo's consultation is not complete");
    await world.call(this.#treats, "POST", `${this.#path}/suitability/decisions`, {
      consultationVersion: view.consultationVersion,
      verdictShown: view.outcome.verdict,
      decision: "agree",
      reason: "",
      outsideOpinion: null,
    });
    const after = await world.call<SuitabilityView>(this.#treats, "GET", `${this.#path}/suitability`);
    for (const { rule, text } of after.preconditions) {
      const met = {
        decisionId: after.decision?.id,
        rule,
        text,
        note: "Prescriber decided, noted in the letter of that day",
      };
      await world.call(this.#treats, "POST", `${this.#path}/suitability/preconditions`, met);
    }
  }

  async #consent(world: World): Promise<void> {
    const { texts } = await world.call<ConsentsView>(this.#treats, "GET", `${this.#path}/consents`);
    const [givenName, familyName] = this.#person;
    const isMinor = this.#story.guardian !== undefined;
    for (const text of texts) {
      if (text.kind === "assent" ? !isMinor : isMinor && !this.#story.guardian?.consents) continue;
      await world.call(this.#treats, "POST", `${this.#path}/consents`, {
        textId: text.id,
        textSha256: text.sha256,
        answers: Object.fromEntries(text.fields.filter(({ required }) => required).map(({ key }) => [key, "yes"])),
        purposes: text.kind === "photographs" ? ["record"] : [],
        signer: "patient",
        guardianId: null,
        signerName: `${givenName} ${familyName}`,
        signature: { kind: "drawn", path: "M60 120L120 60L150 140L210 70L260 130L330 90L420 120" },
        deviceTime: new Date(0).toISOString().replace("1970-01-01", this.#story.begins),
      });
    }
  }

  get #measured() {
    const { photographs = false } = this.#story;
    return { path: this.#path, index: this.#index, treats: this.#treats, photographs };
  }

  /** Photographs and scores of one visit; `round` 0 is before the course. */
  #measure(world: World, day: CalendarDate, round: number): Promise<void> {
    return measureVisit(world, this.#measured, { day, round });
  }

  async #bookCourse(world: World): Promise<void> {
    const siteId = this.#cast.siteIds[this.#story.site];
    const { today } = this.#cast;
    const wished = { path: this.#path, index: this.#index, story: this.#story, siteId, today };
    const chosen = await chooseCourse(world, wished);
    const sessions = chosen.sessions.map(({ end: _end, practitionerName: _name, roomName: _room, ...place }) => place);
    const course = await world.call<CourseView>("front-desk", "POST", `${this.#path}/courses`, {
      siteId,
      gapDays,
      sessions,
    });
    if (this.#story.depthPlan) {
      const plan = { version: course.version, zones: demoDepthPlan };
      await world.call(this.#treats, "PUT", `/api/courses/${course.id}/depth-plan`, plan);
    }
    for (const { visit } of course.sessions) if (visit) this.#planSession(world, visit);
  }

  #planSession(world: World, visit: VisitView): void {
    const minute = parseMinuteOfDay(visit.start) ?? morning;
    if (visit.day === this.#cast.today) {
      const arrive = async (next: World) => void (await this.#mark(next, visit.id, "arrived"));
      if (this.#story.arrivesEarly) world.plan({ day: this.#cast.today, minute: minute - 15, run: arrive });
      return;
    }
    world.plan({ day: visit.day as CalendarDate, minute, run: (next) => this.#treat(next, visit) });
  }

  /** What the desk marks, where the visit still stands; whether it did. */
  async #mark(world: World, visitId: string, state: "arrived" | "no-show"): Promise<boolean> {
    const { visits } = await world.call<{ visits: VisitView[] }>("front-desk", "GET", `${this.#path}/visits`);
    const current = visits.find(({ id }) => id === visitId);
    if (current?.state !== "booked") return false;
    const change = { version: current.version, state, cancelledBy: null, reason: null };
    await world.call("front-desk", "POST", `/api/visits/${visitId}/state`, change);
    return true;
  }

  async #treat(world: World, visit: VisitView): Promise<void> {
    const ordinal = visit.ordinal ?? 1;
    const { abandonsAfter, missesSession, leavesUnsigned, stopsEarlyAt } = this.#story;
    const isMissed = missesSession === ordinal;
    if (!(await this.#mark(world, visit.id, isMissed ? "no-show" : "arrived")) || isMissed) return;
    const who = this.#cast.practitionerOf(visit.practitionerName);
    const session = await world.call<SessionView>(who, "POST", `/api/visits/${visit.id}/session`, {
      changed: "no",
      note: "",
    });
    const { devices } = await world.call<{ devices: DeviceView[] }>(who, "GET", "/api/devices");
    const device = devices.find(({ id }) => id === visit.deviceId);
    if (!device) throw new Error("the demo's visit has no device");
    const record = demoRecord({
      device,
      today: visit.day as CalendarDate,
      startMinute: parseMinuteOfDay(visit.start) ?? morning,
      serial: this.#index * 10 + ordinal,
      ordinal,
      painScore: 2 + ((this.#index + ordinal) % 4),
      stoppedEarly:
        stopsEarlyAt === ordinal ? { reason: "faint", note: "Felt faint, lay down, well after ten minutes" } : "no",
    });
    const saved = await world.call<SessionView>(who, "PUT", `/api/sessions/${session.id}`, {
      version: session.version,
      record,
    });
    if (leavesUnsigned === ordinal) return;
    const end = (parseMinuteOfDay(visit.start) ?? morning) + 70;
    const sign = async (next: World) => {
      await next.call(who, "POST", `/api/sessions/${session.id}/signature`, { version: saved.version });
      planHealing(next, this.#healing, { day: visit.day as CalendarDate, ordinal });
      if (ordinal === 1) await photographVisit(next, this.#measured, { day: visit.day as CalendarDate, round: 0 });
      if (ordinal === 2) await this.#measure(next, visit.day as CalendarDate, 1);
      if (abandonsAfter === ordinal) this.#planAbandonment(next, visit);
      if (ordinal === (this.#story.sessions ?? 4)) this.#planResult(next, visit);
    };
    world.plan({ day: visit.day as CalendarDate, minute: end, run: sign });
  }

  #planAbandonment(world: World, visit: VisitView): void {
    world.plan({
      day: addDays(visit.day as CalendarDate, 9),
      minute: 15 * 60,
      run: async (next) => {
        const course = await next.call<{ courses: CourseView[] }>(this.#treats, "GET", `${this.#path}/courses`);
        const [open] = course.courses;
        if (!open) return;
        const body = { version: open.version, reason: "Moves abroad and will not come back" };
        await next.call(this.#treats, "POST", `/api/courses/${open.id}/abandonment`, body);
      },
    });
  }

  #planResult(world: World, visit: VisitView): void {
    const day = addDays(visit.day as CalendarDate, 42);
    world.plan({ day, minute: 14 * 60 + (this.#index % 50), run: (next) => this.#measure(next, day, 2) });
  }
}

import type { CourseView, ResourcesView } from "@fibril/contract";
import { addDays, type CalendarDate, weekdayOf } from "@fibril/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let course: CourseView;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  course = await bookCourse(world, clinic);
}, 120_000);
afterAll(() => world.close());

const manages = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) =>
  ask(world, clinic.tokens.manager, method, path, body);
const resources = async (): Promise<ResourcesView> => (await manages("GET", "/api/resources")).body;
const firstVisit = () => {
  const visit = course.sessions[0]?.visit;
  if (!visit) throw new Error("no first visit");
  return { ...visit, day: visit.day as CalendarDate };
};
async function one(id: string | null) {
  const found = (await resources()).resources.find((resource) => resource.id === id);
  if (!found) throw new Error("no such resource");
  return found;
}
const touchedIds = (answered: { body: { touched: { visit: { id: string }; reason: string }[] } }) =>
  answered.body.touched.map(({ visit, reason }) => [visit.id, reason]);

describe("setting up who, where and with what", () => {
  it("shows both sites, four practitioners, rooms and devices, and no visit out of place", async () => {
    const { sites, resources: all, services, outOfPlace } = await resources();
    expect(sites.map(({ name }) => name)).toEqual(["Alder Lane", "Quayside"]);
    expect(all.filter(({ kind }) => kind === "practitioner")).toHaveLength(4);
    expect(services.map(({ kind }) => kind).sort()).toEqual(["consultation", "session"]);
    expect(outOfPlace).toEqual([]);
  });

  it("tells which booked visits a closed day touches, and takes the closure back", async () => {
    const { id, day, siteId } = firstVisit();
    const closed = await manages("POST", `/api/sites/${siteId}/closures`, { day, reason: "Bank holiday" });
    expect(touchedIds(closed)).toEqual([[id, "closed"]]);
    const opened = await manages("DELETE", `/api/sites/${siteId}/closures/${day}`);
    expect(opened.body.set.outOfPlace).toEqual([]);
    expect((await manages("DELETE", `/api/sites/${siteId}/closures/${day}`)).status).toBe(404);
  });

  it("closes a list of days at once, all or none, and tells which visits they touch", async () => {
    const { id, day, siteId } = firstVisit();
    const path = `/api/sites/${siteId}/closure-lists`;
    const list = [
      { day: "2027-03-26", reason: "Good Friday" },
      { day, reason: "Staff training" },
      { day: "2027-03-29", reason: "Easter Monday" },
    ];
    const twice = [...list, { day, reason: "Again" }, { day: "2027-01-05", reason: "Yesterday" }];
    expect((await manages("POST", path, { closures: twice })).body.issues).toEqual([
      { path: "closures.3.day", message: "is in the list twice" },
      { path: "closures.4.day", message: "is in the past" },
    ]);
    expect((await resources()).sites.find((site) => site.id === siteId)?.closures).toEqual([]);
    const closed = await manages("POST", path, { closures: list });
    expect(touchedIds(closed)).toEqual([[id, "closed"]]);
    const site = closed.body.set.sites.find((one: { id: string }) => one.id === siteId);
    expect(site.closures.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
      "Easter Monday",
      "Good Friday",
      "Staff training",
    ]);
    for (const closure of list) await manages("DELETE", `/api/sites/${siteId}/closures/${closure.day}`);
    expect((await resources()).outOfPlace).toEqual([]);
  });

  it("tells which visits leave touches, of that person alone, and takes it back", async () => {
    const { id, day, practitionerId } = firstVisit();
    const away = { fromDay: addDays(day, -1), toDay: addDays(day, 1), reason: "Ill" };
    const told = await manages("POST", `/api/resources/${practitionerId}/absences`, away);
    expect(touchedIds(told)).toEqual([[id, "on-leave"]]);
    const [absence] = (await one(practitionerId)).absences;
    const back = await manages("DELETE", `/api/absences/${absence?.id}`);
    expect(back.body.set.outOfPlace).toEqual([]);
  });

  it("keeps an overdue device out, for calibration as for service", async () => {
    const { deviceId, day, siteId } = firstVisit();
    const device = await one(deviceId);
    const { name, kinds, serviceDueOn, version } = device;
    const change = { version, name, kinds, serviceDueOn, calibrationDueOn: "2027-01-05" };
    const changed = await manages("PUT", `/api/resources/${deviceId}`, change);
    expect(new Set(touchedIds(changed).map(([, reason]) => reason))).toEqual(new Set(["out-of-service"]));
    expect((await one(deviceId)).overdue).toEqual(["calibration"]);
    const wish = { siteId, serviceKind: "session", from: day, to: day, practitionerId: null };
    const { places } = (await ask(world, clinic.tokens["front-desk"], "POST", "/api/visit-suggestions", wish)).body;
    expect(places.map((place: { device: string }) => place.device)).not.toContain(deviceId);
    const again = { ...change, calibrationDueOn: null };
    const stale = await manages("PUT", `/api/resources/${deviceId}`, again);
    expect({ status: stale.status, code: stale.body.code, current: stale.body.current.version }).toEqual({
      status: 409,
      code: "stale-version",
      current: version + 1,
    });
    const mended = await manages("PUT", `/api/resources/${deviceId}`, { ...again, version: version + 1 });
    expect(mended.body.set.outOfPlace).toEqual([]);
  });

  it("changes a roster, refuses hours that overlap on a day, and names visits outside it", async () => {
    const { id, day, practitionerId, siteId } = firstVisit();
    const { version, roster } = await one(practitionerId);
    const weekday = weekdayOf(day);
    const twice = [
      { siteId, weekday, from: "09:00", to: "13:00" },
      { siteId, weekday, from: "12:00", to: "17:00" },
    ];
    const refused = await manages("PUT", `/api/resources/${practitionerId}/roster`, { version, roster: twice });
    expect(refused.body.issues).toEqual([{ path: "roster.1.from", message: "overlaps other hours of that day" }]);
    const without = roster.filter((hours) => hours.weekday !== weekday);
    const changed = await manages("PUT", `/api/resources/${practitionerId}/roster`, { version, roster: without });
    expect(touchedIds(changed)).toContainEqual([id, "outside-roster"]);
    const path = `/api/resources/${practitionerId}/roster`;
    expect((await manages("PUT", path, { version, roster })).body.code).toBe("stale-version");
    expect((await manages("PUT", path, { version: version + 1, roster })).body.set.outOfPlace).toEqual([]);
  });

  it("books nobody for what they may not do on the day", async () => {
    const { id, practitionerId } = firstVisit();
    const { version } = await one(practitionerId);
    const path = `/api/resources/${practitionerId}/qualifications`;
    const lapsed = [{ name: "needling-face", validFrom: null, validTo: "2027-01-06" }];
    const changed = await manages("PUT", path, { version, qualifications: lapsed });
    expect(touchedIds(changed)).toContainEqual([id, "not-qualified"]);
    const wrong = [{ name: "needling-face", validFrom: "2027-02-01", validTo: "2027-01-01" }];
    expect((await manages("PUT", path, { version: version + 1, qualifications: wrong })).body.issues).toEqual([
      { path: "qualifications.0.validTo", message: "is before the first day" },
    ]);
    const held = ["needling-face", "consultation"].map((name) => ({ name, validFrom: null, validTo: null }));
    const mended = await manages("PUT", path, { version: version + 1, qualifications: held });
    expect(mended.body.set.outOfPlace).toEqual([]);
  });

  it("opens a site at other hours and names the visits that these leave out", async () => {
    const { id, day, siteId } = firstVisit();
    const site = (await resources()).sites.find((candidate) => candidate.id === siteId);
    const hours = (site?.hours ?? []).filter(({ weekday }) => weekday !== weekdayOf(day));
    const path = `/api/sites/${siteId}/opening`;
    const changed = await manages("PUT", path, { version: site?.version, hours });
    expect(touchedIds(changed)).toContainEqual([id, "outside-opening"]);
    const back = await manages("PUT", path, { version: (site?.version ?? 0) + 1, hours: site?.hours });
    expect(back.body.set.outOfPlace).toEqual([]);
  });

  it("adds a site in a zone of its own, and a room there; a zone that is none is refused", async () => {
    const site = { name: "Harbour Point", timeZone: "America/New_York", address: "" };
    expect((await manages("POST", "/api/sites", { ...site, timeZone: "Mars/Base" })).body.issues).toEqual([
      { path: "timeZone", message: "no such time zone" },
    ]);
    const { set } = (await manages("POST", "/api/sites", site)).body as { set: ResourcesView };
    const added = set.sites.find(({ name }) => name === "Harbour Point");
    expect(added?.timeZone).toBe("America/New_York");
    const room = { kind: "room", name: "Pier Room", siteId: added?.id, staffId: null, kinds: ["prep", "treatment"] };
    const withRoom = (await manages("POST", "/api/resources", room)).body as { set: ResourcesView };
    expect(withRoom.set.resources.find(({ name }) => name === "Pier Room")?.siteId).toBe(added?.id);
  });

  it("changes how long a session takes; what is booked keeps its times", async () => {
    const claimsOfFirst = () =>
      world.query("select resource_id, during from claim where visit_id = $1 order by 1, 2", [firstVisit().id]);
    const before = await claimsOfFirst();
    expect(before).toHaveLength(4);
    const session = (await resources()).services.find(({ kind }) => kind === "session");
    const times = { prepMinutes: 35, treatmentMinutes: 45, notesMinutes: 10, roomTurnoverMinutes: 15 };
    const change = { version: session?.version, ...times, deviceCleaningMinutes: 20 };
    const path = `/api/services/${session?.id}/times`;
    expect((await manages("PUT", path, { ...change, prepMinutes: 33 })).status).toBe(422);
    const { set } = (await manages("PUT", path, change)).body as { set: ResourcesView };
    expect(set.services.find(({ kind }) => kind === "session")?.prepMinutes).toBe(35);
    expect(await claimsOfFirst()).toEqual(before);
  });

  it("ends a device: nothing is booked with it from the day after, and what was is to be planned again", async () => {
    const { id, deviceId, day, siteId } = firstVisit();
    const { version, name } = await one(deviceId);
    const path = `/api/resources/${deviceId}/last-day`;
    const dayBefore = addDays(day, -1);
    const ended = await manages("PUT", path, { version, lastDay: dayBefore });
    expect(touchedIds(ended)).toContainEqual([id, "out-of-service"]);
    expect(ended.body.touched[0].outId).toBe(deviceId);
    expect((await one(deviceId)).endedOn).toBe(dayBefore);
    const offered = async (on: CalendarDate) => {
      const wish = { siteId, serviceKind: "session", from: on, to: on, practitionerId: null };
      const { places } = (await ask(world, clinic.tokens["front-desk"], "POST", "/api/visit-suggestions", wish)).body;
      return places.map((place: { device: string }) => place.device);
    };
    expect(await offered(day)).not.toContain(deviceId);
    const { causes } = (await manages("GET", "/api/replan-causes")).body;
    const cause = { kind: "absence", resourceId: deviceId, fromDay: day, toDay: "2199-12-31" };
    const known = causes.find((one: { cause: { resourceId: string } }) => one.cause.resourceId === deviceId);
    expect(known).toMatchObject({ cause, name, visits: ended.body.touched.length });
    const plan = await ask(world, clinic.tokens["front-desk"], "POST", "/api/replans", { cause, mayMoveOthers: false });
    expect(plan.status).toBe(201);
    expect(plan.body.lines.map(({ visitId }: { visitId: string }) => visitId)).toContain(id);
    for (const { after } of plan.body.lines) expect(after?.device).not.toBe(deviceId);
    const visit = (await ask(world, clinic.tokens["front-desk"], "GET", `/api/patients/${course.patientId}/visits`))
      .body;
    expect(visit.visits.find((booked: { id: string }) => booked.id === id)).toMatchObject({
      state: "booked",
      deviceId,
    });
    const back = await manages("PUT", path, { version: version + 1, lastDay: null });
    expect(back.body.set.outOfPlace).toEqual([]);
    expect((await manages("PUT", path, { version, lastDay: null })).body.code).toBe("stale-version");
  });

  it("keeps a device on its last day, and lists it for a session no longer from the day after", async () => {
    const { deviceId } = firstVisit();
    const { version } = await one(deviceId);
    const path = `/api/resources/${deviceId}/last-day`;
    const listed = async () =>
      (await ask(world, clinic.tokens.practitioner, "GET", "/api/devices")).body.devices.map(
        ({ id }: { id: string }) => id,
      );
    expect((await manages("PUT", path, { version, lastDay: "2027-01-05" })).body.issues).toEqual([
      {
        path: "lastDay",
        message: "is over: choose today or later, and put it out of use if it can't be used today",
      },
    ]);
    await manages("PUT", path, { version, lastDay: "2027-01-06" });
    expect(await listed()).toContain(deviceId);
    world.setNow(new Date("2027-01-07T08:00:00Z"));
    expect(await listed()).not.toContain(deviceId);
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    await manages("PUT", path, { version: version + 1, lastDay: null });
  });

  it("ends a room, and nobody by this way", async () => {
    const { prepRoomId, practitionerId, day } = firstVisit();
    const room = await one(prepRoomId);
    const path = `/api/resources/${prepRoomId}/last-day`;
    const ended = await manages("PUT", path, { version: room.version, lastDay: addDays(day, -1) });
    expect(ended.body.touched.map(({ outId }: { outId: string }) => outId)).toContain(prepRoomId);
    const back = await manages("PUT", path, { version: room.version + 1, lastDay: null });
    expect(back.body.set.outOfPlace).toEqual([]);
    const person = await one(practitionerId);
    const none = { version: person.version, lastDay: "2027-02-01" };
    expect((await manages("PUT", `/api/resources/${practitionerId}/last-day`, none)).status).toBe(404);
  });

  it("names a site anew, never as another one is named", async () => {
    const site = (await resources()).sites.find(({ name }) => name === "Quayside");
    const path = `/api/sites/${site?.id}`;
    const taken = await manages("PUT", path, { version: site?.version, name: "alder lane ", address: "" });
    expect(taken.body.issues).toEqual([{ path: "name", message: "is the name of another site" }]);
    const named = { version: site?.version, name: "Harbourside", address: "2 Wharf Road" };
    const { set } = (await manages("PUT", path, named)).body as { set: ResourcesView };
    expect(set.sites.find(({ id }) => id === site?.id)).toMatchObject({ name: "Harbourside", address: "2 Wharf Road" });
    expect((await manages("PUT", path, named)).body.code).toBe("stale-version");
    await manages("PUT", path, { ...named, version: (site?.version ?? 0) + 1, name: "Quayside" });
  });

  it("is the owner's and the manager's alone, and every change is in the audit", async () => {
    const asked = await ask(world, clinic.tokens["front-desk"], "GET", "/api/resources");
    expect(asked.status).toBe(403);
    const [count] = await world.query<{ changes: number }>(
      "select count(*)::int as changes from audit_event where clinic_id = $1 and action like 'changed the %'",
      [clinic.clinicId],
    );
    expect(count?.changes).toBe(7);
  });
});

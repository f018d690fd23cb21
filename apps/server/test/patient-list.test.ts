import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPatientSearch } from "../src/features/patient/patient-search.ts";
import { searchPatients } from "../src/features/patient/store.ts";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

const people = [
  ["Ilse", "Brandt", "+44 7700 900123"],
  ["Brandon", "Okoye", "07700 900456"],
  ["Mara", "Izquierdo", "020 7946 0018"],
  ["Deniz", "İnce", null],
  ["Signe", "Østergård", null],
  ["Deniz", "Ince", null],
] as const;

const find = async (text: string, more = "") => {
  const { body } = await ask(
    world,
    clinic.tokens["front-desk"],
    "GET",
    `/api/patients?q=${encodeURIComponent(text)}${more}`,
  );
  return body as { patients: { givenName: string; familyName: string }[]; next: string | null };
};
const namesOf = (found: { patients: { givenName: string; familyName: string }[] }) =>
  found.patients.map(({ givenName, familyName }) => `${givenName} ${familyName}`);

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  for (const [givenName, familyName, phone] of people) {
    const body = { ...registration, givenName, familyName, phone, email: null };
    await ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", body);
  }
  await world.query(
    `insert into patient (clinic_id, id, number, given_name, given_name_search, family_name, family_name_search, birth_date, sex, phone, phone_digits, preferred_contact, registered_on, created_at)
     select $1, gen_random_uuid(), 1000 + n, 'Zed' || n, 'zed' || n, 'Zz' || n, 'zz' || n, date '1950-01-01' + n, 'unknown', null, '88' || lpad(n::text, 6, '0'), 'none', current_date, now()
     from generate_series(1, 5000) n`,
    [clinic.clinicId],
  );
  await world.query("analyze patient");
}, 120_000);
afterAll(() => world.close());

describe("the one search box", () => {
  it("finds by the beginning of either name, in whatever case", async () => {
    expect(namesOf(await find("bRa"))).toEqual(["Ilse Brandt", "Brandon Okoye"]);
    expect(namesOf(await find("oko bra"))).toEqual(["Brandon Okoye"]);
    expect(namesOf(await find("okoye ilse"))).toEqual([]);
  });

  it("finds a name whether its marks are typed or not", async () => {
    for (const typed of ["ost", "Øst", "østergård", "OSTERGARD"])
      expect(namesOf(await find(typed)), typed).toEqual(["Signe Østergård"]);
    expect(new Set(namesOf(await find("ince")))).toEqual(new Set(["Deniz Ince", "Deniz İnce"]));
  });

  it("takes no letter for a sign of its own", async () => {
    expect(namesOf(await find("%"))).toEqual([]);
    expect(namesOf(await find("br_"))).toEqual([]);
  });

  it("finds a telephone number by its beginning, its end and its middle", async () => {
    expect(namesOf(await find("+44 7700"))).toEqual(["Ilse Brandt"]);
    expect(namesOf(await find("900456"))).toEqual(["Brandon Okoye"]);
    expect(namesOf(await find("07700 90012"))).toEqual(["Ilse Brandt"]);
    expect(namesOf(await find("79460"))).toEqual(["Mara Izquierdo"]);
  });

  it("shows everybody once, page after page, whatever small letters their language has", async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof find>> = await find("", `&limit=2${next ? `&after=${next}` : ""}`);
      seen.push(...namesOf(page));
      next = page.next;
    } while (next !== null && seen.length < 12);
    expect(new Set(seen).size).toBe(seen.length);
    for (const name of ["Ilse Brandt", "Deniz Ince", "Deniz İnce", "Mara Izquierdo"]) expect(seen).toContain(name);
  });

  it.each(["bra", "oko bra", "8800123"])("reads an index behind row-level security, for “%s”", async (text) => {
    const plan: string[] = [];
    await world.app.services.database.inClinic({ clinicId: clinic.clinicId, readOnly: true }, async (tx) => {
      const asked: { sql: string; parameters: readonly unknown[] }[] = [];
      const spying = tx.withPlugin({
        transformQuery: ({ node }) => {
          asked.push(tx.getExecutor().compileQuery(node, { queryId: "spy" }));
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      await searchPatients(spying as typeof tx, clinic.clinicId, readPatientSearch(text), { after: null, limit: 25 });
      const [first] = asked;
      if (!first) throw new Error("nothing was asked");
      const literal = first.sql.replace(/\$(\d+)/g, (_, place) => `'${first.parameters[Number(place) - 1]}'`);
      const { rows } = await sql
        .raw<Record<string, string>>(`explain ${literal.replace(/limit '(\d+)'/, "limit $1")}`)
        .execute(tx);
      plan.push(...rows.map((row) => row["QUERY PLAN"] ?? ""));
    });
    expect(plan.join("\n")).toContain("Index");
    expect(plan.join("\n")).not.toContain("Seq Scan");
  });
});

describe("what somebody who calls asks for", () => {
  it("stands beside the name: the next visit that is still to come", async () => {
    const course = await bookCourse(world, clinic);
    const found = async (today: string) => {
      world.setNow(new Date(`${today}T08:00:00Z`));
      const { body } = await ask(world, clinic.tokens["front-desk"], "GET", "/api/patients?q=Okafor");
      return body.patients[0].nextVisit;
    };
    const [first, second, third] = course.sessions.map(({ visit }) => visit);
    const told = (visit: typeof first) => ({
      day: visit?.day,
      start: visit?.start,
      kind: "session",
      ordinal: visit?.ordinal,
      siteName: "Alder Lane",
    });
    expect(await found("2027-01-06")).toEqual(told(first));
    expect(await found(first?.day ?? "")).toEqual(told(first));
    const cancel = { version: first?.version, state: "cancelled", cancelledBy: "patient", reason: "ill" };
    await ask(world, clinic.tokens["front-desk"], "POST", `/api/visits/${first?.id}/state`, cancel);
    expect(await found(first?.day ?? "")).toEqual(told(second));
    expect(await found(third?.day ?? "")).toEqual(told(third));
    expect(await found("2027-12-01")).toBeNull();
    world.setNow(new Date("2027-01-06T08:00:00Z"));
  });

  it("is nothing where nothing is booked", async () => {
    const { body } = await ask(world, clinic.tokens["front-desk"], "GET", "/api/patients?q=Brandt");
    expect(body.patients[0].nextVisit).toBeNull();
  });
});

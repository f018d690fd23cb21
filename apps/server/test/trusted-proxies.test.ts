import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let behind: TestWorld;
let plain: TestWorld;
let clinics: ReadonlyMap<TestWorld, TestClinic>;

beforeAll(async () => {
  behind = await openTestWorld({ trustedProxies: ["127.0.0.1", "10.0.0.0/8"] });
  plain = await openTestWorld();
  clinics = new Map([
    [behind, await foundTestClinic(behind, "heron")],
    [plain, await foundTestClinic(plain, "otter")],
  ]);
}, 120_000);
afterAll(() => Promise.all([behind.close(), plain.close()]));

/** Who was counted against the throttle after one look at the free times. */
async function counted(world: TestWorld, forwarded: string): Promise<string[]> {
  const clinic = clinics.get(world);
  await world.query("delete from sign_in_attempt");
  await world.app.http.inject({
    method: "GET",
    url: `/api/self-booking/clinics/${clinic?.clinicId}/times?siteId=${clinic?.siteId}`,
    headers: { "x-forwarded-for": forwarded },
  });
  const rows = await world.query<{ key: string }>("select distinct key from sign_in_attempt");
  return rows.map(({ key }) => key);
}

describe("the throttle behind a proxy", () => {
  it("counts the visitor whom the clinic's own proxy names", async () =>
    expect(await counted(behind, "203.0.113.7")).toEqual(["times 203.0.113.7"]));

  it("counts the nearest address that is no proxy of the clinic, whatever the visitor wrote before it", async () =>
    expect(await counted(behind, "198.51.100.1, 203.0.113.7, 10.1.2.3")).toEqual(["times 203.0.113.7"]));

  it("believes nobody where no proxy is named", async () =>
    expect(await counted(plain, "203.0.113.7")).toEqual(["times 127.0.0.1"]));
});

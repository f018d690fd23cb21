import { expect, it } from "vitest";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld } from "./test-clinic.ts";

it("a plan is ended before the application closes, and nothing is asked of a database that is gone", async () => {
  const faults: string[] = [];
  const world = await openTestWorld({
    log: (level, message, detail) => {
      if (level === "error") faults.push(`${message} ${JSON.stringify(detail)}`);
    },
  });
  const clinic = await foundTestClinic(world, "heron");
  const [session] = (await bookCourse(world, clinic)).sessions;
  const cause = { kind: "closure", siteId: clinic.siteId, days: [session?.visit?.day] };
  const begun = await ask(world, clinic.tokens.manager, "POST", "/api/replans", { cause, mayMoveOthers: false });
  expect([begun.status, begun.body.state]).toEqual([201, "improving"]);
  await world.app.close();
  const plans = await world.query<{ state: string }>("select state from replan where id = $1", [begun.body.id]);
  expect(plans).toEqual([{ state: "ready" }]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(faults).toEqual([]);
});

import type { CalendarDate } from "@fibril/kernel";
import { drawFace } from "./demo-photograph.ts";
import type { World } from "./simulation.ts";

interface Measured {
  /** Of the patient, in the application's own routes. */
  readonly path: string;
  readonly index: number;
  readonly treats: string;
  readonly photographs: boolean;
}

interface Visit {
  readonly day: CalendarDate;
  /** 0 is before anything was done, each later one a little better. */
  readonly round: number;
}

/** Photographs and scores of one visit. */
export async function measureVisit(world: World, measured: Measured, { day, round }: Visit): Promise<void> {
  const { path, treats } = measured;
  const score = {
    scale: "goodman-baron-qualitative",
    area: "",
    value: round > 1 ? 2 : 3,
    rater: "professional",
    recordedOn: day,
    sessionId: null,
  };
  await world.call(treats, "POST", `${path}/scores`, score);
  if (round > 0) {
    const improved = { ...score, scale: "gais-professional", value: round > 1 ? 2 : 3 };
    await world.call(treats, "POST", `${path}/scores`, improved);
  }
  await photographVisit(world, measured, { day, round });
}

/** The same two poses each time, of those whose story has photographs. */
export async function photographVisit(
  world: World,
  { path, index, treats, photographs }: Measured,
  { day, round }: Visit,
): Promise<void> {
  if (!photographs) return;
  for (const [at, pose] of (["front", "left-oblique"] as const).entries()) {
    const bytes = await drawFace({
      person: index,
      seed: index + at,
      marks: 46 - round * 9,
      strength: 0.7 - round * 0.14,
    });
    const conditions = "camera=Demo%20camera&distanceCm=60&light=Ring%20lamp";
    await world.upload(treats, `${path}/photographs?pose=${pose}&takenOn=${day}&${conditions}`, bytes);
  }
}

import type { ClinicalCheckInView } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import { checkInCards, checkInDays } from "@fibril/recovery";
import type { World } from "./simulation.ts";
import type { Story } from "./story.ts";

/** One patient at home after a session, as far as their check-ins go. */
export interface Healing {
  readonly patientId: string;
  readonly index: number;
  /** The key of the practitioner who treats them. */
  readonly treats: string;
  readonly redFlag: NonNullable<Story["redFlag"]> | null;
}

const late = 11 * 60;
const early = 8 * 60 + 10;

/** Every check-in of a session is answered late in the morning of its day, but for a red flag of this morning. */
export function planHealing(
  world: World,
  healing: Healing,
  session: { readonly day: CalendarDate; readonly ordinal: number },
): void {
  const { redFlag } = healing;
  for (const day of checkInDays) {
    const isEarly = redFlag?.thisMorning && redFlag.session === session.ordinal && redFlag.day === day;
    world.plan({
      day: addDays(session.day, day),
      minute: isEarly ? early : late + (healing.index % 50),
      run: (next) => answerCheckIn(next, healing, { ordinal: session.ordinal, day }),
    });
  }
}

interface Asked {
  readonly ordinal: number;
  readonly day: (typeof checkInDays)[number];
}

async function answerCheckIn(world: World, healing: Healing, { ordinal, day }: Asked): Promise<void> {
  const { patientId, treats, redFlag } = healing;
  const path = `/api/patients/${patientId}/check-ins`;
  const { checkIns } = await world.call<{ checkIns: ClinicalCheckInView[] }>(treats, "GET", path);
  const checkIn = checkIns.find((one) => one.ordinal === ordinal && one.daySinceSession === day);
  if (!checkIn) return;
  const isFlag = redFlag?.session === ordinal && redFlag.day === day;
  const usual = checkInCards(day).flatMap(({ questions }) =>
    questions.map(({ sign, options }) => [sign, options[0]?.value ?? "no"]),
  );
  const answers = { ...Object.fromEntries(usual), ...(isFlag ? redFlag.signs : {}) };
  await world.call(treats, "POST", `${path}/${checkIn.id}/answers`, { version: checkIn.version, answers });
  if (isFlag && redFlag.acknowledged) await acknowledge(world, healing);
}

async function acknowledge(world: World, { patientId, treats }: Healing): Promise<void> {
  const { tasks } = await world.call<{ tasks: { id: string; patientId: string; version: number }[] }>(
    treats,
    "GET",
    "/api/tasks",
  );
  const task = tasks.find((one) => one.patientId === patientId);
  if (!task) return;
  const note = "Called the patient, photograph looked at, seen the same day";
  await world.call(treats, "POST", `/api/tasks/${task.id}/acknowledgement`, { version: task.version, note });
}

import type { ReplanPlace, ReplanService } from "./replan-case.ts";

/** Prep 10 and treatment 20 minutes, each with short tails, so that a two-hour day holds a few. */
export const smallService: ReplanService = {
  prepMinutes: 10,
  treatmentMinutes: 20,
  notesMinutes: 5,
  roomTurnoverMinutes: 5,
  deviceCleaningMinutes: 10,
  requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
};

export function claimsOfPlace({ startMinute, practitioner, prepRoom, treatmentRoom, device }: ReplanPlace) {
  const begins = startMinute + 10;
  return [
    { resource: prepRoom, from: startMinute, to: begins },
    { resource: treatmentRoom, from: begins, to: begins + 25 },
    { resource: practitioner, from: begins, to: begins + 25 },
    { resource: device ?? "", from: begins, to: begins + 30 },
  ];
}

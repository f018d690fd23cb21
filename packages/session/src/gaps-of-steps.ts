import { type FindGaps, gap, isBlank, when } from "./gap.ts";
import { preparationStepIds, preparationSteps, stopOf } from "./session-record.ts";
import { minutesOn, usedCreams } from "./what-was-done.ts";

/** Permission, consent and what changed: asked for a stopped session as well. */
export const permission: FindGaps = (_, { permittedToday, openPreconditions, consentInForce }) => [
  ...when(permittedToday !== true, "not-permitted-today", "", "No signed decision permits treatment today."),
  ...openPreconditions.map((text) => gap("precondition-open", "", `Not recorded as met: ${text}`)),
  ...when(!consentInForce, "consent-missing", "", "Consent is not in force."),
];

export const sinceLastTime: FindGaps = ({ sinceLastTime: answer }) => [
  ...when(answer === null, "since-last-time", "sinceLastTime", "Ask what changed since last time."),
  ...when(
    answer?.changed === "yes" && isBlank(answer.note),
    "since-last-time-note",
    "sinceLastTime.note",
    "Write down what changed.",
  ),
];

/** A session that was stopped before the first needle needs no preparation, cartridge or zone. */
export const preparation: FindGaps = (record) =>
  isStoppedBeforeNeedling(record)
    ? []
    : [
        ...preparationStepIds
          .filter((step) => record.preparation[step] !== true)
          .map((step) => gap("preparation", `preparation.${step}`, `Not ticked: ${preparationSteps[step]}`)),
        ...when(record.antiseptic === null, "antiseptic", "antiseptic", "Choose the antiseptic."),
      ];

export const anaesthetic: FindGaps = (record) => {
  const { anaesthetic: step } = record;
  if (step === null) return [gap("anaesthetic", "anaesthetic", "Say whether numbing cream was used.")];
  const creams = usedCreams(record);
  return [
    ...when(step.used === "yes" && creams.length === 0, "cream", "anaesthetic.creams", "Record the numbing cream."),
    ...creams.flatMap((cream, index) => {
      const path = `anaesthetic.creams.${index}`;
      return [
        ...when(cream.grams === null, "cream-grams", `${path}.grams`, "Record the grams of cream."),
        ...when(cream.areaCm2 === null, "cream-area", `${path}.areaCm2`, "Record the area in cm²."),
        ...when(
          minutesOn(cream) === null,
          "cream-times",
          `${path}.offAt`,
          "Record when the cream went on and came off.",
        ),
      ];
    }),
  ];
};

export const ending: FindGaps = (record) => {
  const { painScore, stoppedEarly } = record;
  const stop = stopOf(record);
  return [
    ...when(painScore === null, "pain-score", "painScore", "Ask for the pain score, 0 to 10."),
    ...when(
      painScore !== null && !(Number.isInteger(painScore) && painScore >= 0 && painScore <= 10),
      "pain-score-range",
      "painScore",
      "The pain score is a whole number from 0 to 10.",
    ),
    ...when(
      stop?.reason === "other" && isBlank(stop.note),
      "stopped-early-note",
      "stoppedEarly.note",
      "Say why the session was stopped.",
    ),
    ...when(stoppedEarly === null, "stopped-early", "stoppedEarly", "Say whether the session was stopped early."),
  ];
};

export function isStoppedBeforeNeedling(record: Parameters<FindGaps>[0]): boolean {
  return stopOf(record) !== null && record.zones.length === 0;
}

import { describe, expect, it } from "vitest";
import { collagenSbmlCommand } from "./collagen-sbml-command.ts";
import { collagenSimulateCommand } from "./collagen-simulate-command.ts";

const course = {
  sessionDays: [0, 28],
  needleLengthMm: 1.5,
  channelsPerCm2: 250,
  ageYears: 45,
  horizonDays: 90,
  everyDays: 30,
};

describe.each([
  ["simulate", collagenSimulateCommand],
  ["sbml", collagenSbmlCommand],
])("what collagen %s refuses", (_, command) => {
  it.each([
    [{ sessionDays: [28, 28] }, "sessionDays"],
    [{ needleLengthMm: 3.5 }, "needleLengthMm"],
    [{ channelsPerCm2: 9 }, "channelsPerCm2"],
    [{ ageYears: 17 }, "ageYears"],
    [{ everyDays: 0 }, "everyDays"],
    [{ parameters: { kap: 21 } }, "parameters.kap"],
  ])("%o, at %s", (given, path) => {
    const answer = command.answer({ ...course, ...given });
    const paths = answer.ok ? [] : answer.problem.map((issue) => issue.path);
    expect(paths.some((found) => found.startsWith(path))).toBe(true);
  });
});

describe("collagen simulate", () => {
  it("gives every output day up to the horizon", () => {
    const answer = collagenSimulateCommand.answer(course);
    expect(answer).toMatchObject({ ok: true, value: { days: [0, 30, 60, 90], bands: null } });
  });
});

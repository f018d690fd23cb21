import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const fibril = fileURLToPath(new URL("../bin/fibril.mjs", import.meta.url));
const week = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]]),
);
const person = (id: string) => ({ id, qualifications: [{ name: "face" }], weekly: week });
const calendar = (timeZone: string, from: string, to: string) => ({
  timeZone,
  from,
  to,
  opening: { weekly: week },
  // Ids that a German and a Turkish collation order otherwise than code units do.
  practitioners: ["ı", "i", "I", "İ", "ä", "z", "Z", "a"].map(person),
  rooms: [{ id: "r", kinds: ["prep", "treatment"] }],
  devices: ["ß", "ss"].map((id) => ({ id, kinds: ["pen"] })),
  service: {
    prepMinutes: 30,
    treatmentMinutes: 45,
    notesMinutes: 10,
    roomTurnoverMinutes: 15,
    deviceCleaningMinutes: 20,
    requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
  },
  request: {
    sessions: 3,
    gapDays: { min: 28, max: 42, target: 35 },
    firstSession: { earliest: from, latest: from },
    preferred: [["01:30", "02:30"]],
  },
});
const input = [
  calendar("Europe/London", "2027-02-21", "2027-06-30"),
  calendar("America/New_York", "2027-10-03", "2028-03-31"),
  calendar("Australia/Lord_Howe", "2027-08-29", "2027-12-31"),
]
  .map((document) => JSON.stringify(document))
  .join("\n");

function search(environment: Readonly<Record<string, string>>) {
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [fibril, "course", "search", "--lines", "-"], {
    input,
    env,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

describe("course search as a process", () => {
  const answers = search({ TZ: "UTC", LC_ALL: "C" });
  it("keeps 01:30 on either side of a changed clock, and orders ids by code units", () =>
    expect(
      answers
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).courses[0].sessions),
    ).toEqual([
      ["2027-02-21", "2027-03-28", "2027-05-02"].map(place),
      ["2027-10-03", "2027-11-07", "2027-12-12"].map(place),
      ["2027-08-29", "2027-10-03", "2027-11-07"].map(place),
    ]));
  it.each([
    { TZ: "America/New_York" },
    { TZ: "Australia/Lord_Howe" },
    { TZ: "Asia/Kathmandu" },
    { TZ: "UTC", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
    { TZ: "UTC", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ])("answers byte for byte the same under %o", (environment) => expect(search(environment)).toBe(answers));
});

function place(day: string) {
  return { day, start: "01:30", practitioner: "I", prepRoom: "r", treatmentRoom: "r", device: "ss" };
}

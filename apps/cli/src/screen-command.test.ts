import { describe, expect, it } from "vitest";
import { listEvidence, showEvidence, unusedEvidence } from "./evidence-command.ts";
import { runJsonCommand } from "./json-command.ts";
import { screenCommand } from "./screen-command.ts";

const document = {
  asOf: "2026-11-23",
  patient: { birthDate: "1990-04-02", sex: "female", fitzpatrick: 3 },
  request: { concerns: ["mild-acne-scars"], area: "face", anaesthetic: "none" },
};

async function screened(input: string, ...flags: string[]) {
  let text = "";
  const status = await runJsonCommand(screenCommand, ["-", ...flags], {
    stdin: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    write: async (part) => {
      text += part;
    },
  });
  return {
    status,
    lines: text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}

async function evidence(command: typeof listEvidence, ...words: string[]) {
  let text = "";
  const stdin = (async function* () {})();
  const status = await command(words, {
    stdin,
    write: async (part) => {
      text += part;
    },
  });
  return { status, answer: JSON.parse(text) };
}

describe("fibril screen", () => {
  it("answers also where the answer is no", async () =>
    expect(await screened(JSON.stringify(document))).toMatchObject({ status: 0, lines: [{ verdict: "incomplete" }] }));
  it("never takes a misspelt answer for one not asked", async () =>
    expect(await screened(JSON.stringify({ ...document, answers: { pregnacy: { answer: "yes" } } }))).toEqual({
      status: 2,
      lines: [{ error: "invalid-input", issues: [{ path: "answers.pregnacy", message: "unknown field" }] }],
    }));
  it("refuses an answer given twice", async () =>
    expect(await screened('{"answers":{"keloid":{"answer":"yes"},"keloid":{"answer":"no"}}}')).toMatchObject({
      status: 2,
      lines: [{ issues: expect.arrayContaining([{ path: "answers.keloid", message: "given twice" }]) }],
    }));
  it("tells a repeated key together with the document's other faults", async () =>
    expect(
      await screened(
        '{"asOf":"2026-11-23","asOf":"2026-11-24","patient":{"birthDate":"1990-04-02","sex":"f"},' +
          '"request":{"concerns":["dullness"],"area":"face","anaesthetic":"none"}}',
      ),
    ).toMatchObject({ status: 2, lines: [{ issues: [{ path: "asOf" }, { path: "patient.sex" }] }] }));
  it("answers a batch line by line, a bad line in its place", async () => {
    const good = JSON.stringify(document);
    const { status, lines } = await screened(`${good}\r\n\n${good}\n{}\n`, "--lines");
    expect(status).toBe(2);
    expect(lines.map(({ verdict, error }) => verdict ?? error)).toEqual([
      "incomplete",
      "invalid-input",
      "incomplete",
      "invalid-input",
    ]);
  });
});

describe("fibril evidence", () => {
  it("lists sources, figures and rules with their tiers", async () => {
    const { status, answer } = await evidence(listEvidence);
    expect(status).toBe(0);
    expect(answer.sources).toContainEqual(expect.objectContaining({ id: "S6", tier: "C" }));
    expect(answer.rules).toContainEqual(
      expect.objectContaining({ rule: "preg", tier: "R", ruleSet: expect.objectContaining({ reviewedBy: null }) }),
    );
  });
  it("shows what cites a source and what a rule rests on", async () => {
    expect((await evidence(showEvidence, "S24")).answer.citedBy.rules).toMatchObject([
      { rule: "med.isotretinoin.past" },
    ]);
    expect((await evidence(showEvidence, "preg")).answer.sources.map(({ id }: { id: string }) => id)).toEqual([
      "S6",
      "S33",
      "S34",
    ]);
  });
  it.each([[["S999"]], [[]], [["S1", "S2"]]])("refuses %j", async (words) =>
    expect(await evidence(showEvidence, ...words)).toMatchObject({
      status: 2,
      answer: { error: "invalid-input", issues: [{ path: "" }] },
    }),
  );
  it("lists every statement of protocol, recovery and measurement beside the rules, none of them reviewed", async () => {
    const { answer } = await evidence(listEvidence);
    expect([...new Set(answer.statements.map(({ part }: { part: string }) => part))]).toEqual([
      "figures",
      "suitability",
      "protocol",
      "recovery",
      "measurement",
    ]);
    expect(answer.statements).toContainEqual(
      expect.objectContaining({ id: "med.isotretinoin.past", range: "2 to 12 months, for one person by a prescriber" }),
    );
    expect(answer.statements.filter(({ reviewedBy }: { reviewedBy: unknown }) => reviewedBy !== null)).toEqual([]);
  });
  it("shows a row of the protocol and what cites a source there", async () => {
    expect((await evidence(showEvidence, "zone.orbital-rim")).answer.statements).toMatchObject([
      { part: "protocol", says: "Blocked: Nothing is needled inside the rim of the eye.", sources: ["S6", "S45"] },
    ]);
    expect((await evidence(showEvidence, "S90")).answer.citedBy.statements).toMatchObject([
      { part: "measurement", id: "goodman-baron-quantitative" },
      { part: "measurement", id: "goodman-baron-quantitative.noise" },
    ]);
  });
  it("reports the sources that no part cites", async () => {
    const { status, answer } = await evidence(unusedEvidence);
    const ids: string[] = answer.unused.map(({ id }: { id: string }) => id);
    expect(status).toBe(0);
    expect(ids).toContain("S96");
    expect(ids.filter((id) => ["S5", "S6", "S24", "S55", "S72"].includes(id))).toEqual([]);
  });
  it("refuses a further word", async () => expect((await evidence(listEvidence, "--all")).status).toBe(2));
});

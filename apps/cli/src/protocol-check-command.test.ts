import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { protocolCheckCommand } from "./protocol-check-command.ts";
import { triageCommand } from "./triage-command.ts";

const guide = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");

/** The first JSON example under a command's heading. */
function exampleOf(command: string): { readonly answers?: object } {
  const section = guide.slice(guide.indexOf(`## \`fibril ${command} `));
  return JSON.parse(/```json\n(.*?)```/s.exec(section)?.[1] ?? "null") as { readonly answers?: object };
}

describe("the examples of docs/cli.md", () => {
  it("are answered by protocol check as the guide says", () => {
    expect(protocolCheckCommand.answer(exampleOf("protocol check"))).toMatchObject({
      ok: true,
      value: {
        strictest: "reason-required",
        findings: [
          { rule: "depth.face-reason", path: "zones.0.depthMm", sources: ["S45", "S6"], tier: "L" },
          { rule: "depth.zone-threshold" },
        ],
      },
    });
  });

  it("are an emergency to triage while answers are missing", () => {
    expect(triageCommand.answer(exampleOf("triage"))).toMatchObject({ ok: true, value: { urgency: "emergency" } });
  });

  it("are seen within 48 hours once every other sign is answered no", () => {
    const example = exampleOf("triage");
    const missing = triageCommand.answer(example);
    const { unknown } = (missing.ok ? missing.value : {}) as { readonly unknown: readonly string[] };
    const no = Object.fromEntries(unknown.map((sign) => [sign, "no"]));
    const answers = { ...example.answers, ...no, pain: "none" };
    expect(triageCommand.answer({ ...example, answers })).toMatchObject({
      ok: true,
      value: { urgency: "48-hours", rows: [{ row: "granuloma.bumps" }], unknown: [] },
    });
  });
});

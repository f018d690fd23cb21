import { describe, expect, it } from "vitest";
import { emergencyNumbers, emergencyWords } from "./index.ts";

const leeds = { siteName: "Leeds", emergencyNumber: "999", adviceNumber: "111" };
const dublin = { siteName: "Dublin", emergencyNumber: "112", adviceNumber: null };

describe("whom a patient is told to call", () => {
  it("is one number where every site has the same, and names the line for advice", () =>
    expect(emergencyWords([leeds, { ...leeds, siteName: "York" }])).toBe(
      "If you can't breathe, your lips or tongue swell, you faint, or your eye hurts or sees badly: call 999 now. For advice when we are closed: 111.",
    ));
  it("is one number a site where they differ", () =>
    expect(emergencyWords([leeds, dublin])).toContain("call 999 (Leeds) or 112 (Dublin) now."));
  it("is never nothing", () => expect(emergencyWords([])).toContain("call 112 now."));
  it.each([
    ["GB", "999"],
    ["US", "911"],
    ["AU", "000"],
    ["FR", "112"],
  ] as const)("in %s is %s", (country, number) => expect(emergencyNumbers[country].emergency).toBe(number));
});

import { describe, expect, it } from "vitest";
import { measurementStatements } from "./index.ts";

const says = (id: string) => measurementStatements().find((one) => one.id === id)?.says;

describe("the scales as statements", () => {
  it("say range and direction", () => {
    expect(says("mmasi")).toBe("Melasma area and severity, modified (mMASI): 0 to 24, lower is better.");
    expect(says("satisfaction")).toBe("Satisfaction, 1 to 5: 1 to 5, higher is better.");
  });

  it("say why a scale is off, and how far raters differ", () => {
    expect(says("lemperle")).toMatch(/Switched off: The words of the scores have not been verified/);
    expect(says("goodman-baron-quantitative.noise")).toMatch(/raters differ by up to 4 points/);
  });

  it("name FACE-Q with its licence, without a question of it", () =>
    expect(says("face-q")).toMatch(/only through an adapter/i));
});

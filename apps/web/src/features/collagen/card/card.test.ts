import { publishedEnsemble } from "@fibril/collagen";
import { describe, expect, it } from "vitest";
import { holdOutLines, leaveOneOutZ, samplerRows } from "./checks.ts";
import { logShare, parameterRows, shortFigure } from "./parameter-rows.ts";
import { withReferences } from "./references.ts";

describe("the parameter table", () => {
  const rows = parameterRows();

  it("has every parameter that the fit moves", () => {
    expect(rows.map(({ name }) => name)).toEqual(["kI", "dR", "aF", "K", "dF", "eN", "dA", "dN", "s", "kap", "psi"]);
  });

  it("calls assumed whatever the data moved by less than a tenth, and nothing else", () => {
    const assumed = rows.filter(({ isAssumed }) => isAssumed).map(({ name }) => name);
    const above = publishedEnsemble.summary.filter(({ logSdRatio }) => logSdRatio > 0.9);
    expect(assumed).toEqual(above.map(({ parameter }) => parameter));
    expect(assumed).toContain("dN");
  });

  it("gives the prior of kI as 0.7, nine in ten between 0.363 and 1.35", () => {
    const prior = rows[0]?.prior;
    expect([prior?.median, prior?.p5, prior?.p95].map((value) => shortFigure(value ?? 0))).toEqual([
      "0.7",
      "0.363",
      "1.35",
    ]);
  });

  it("never goes beyond where a prior is cut off", () => {
    expect(rows.find(({ name }) => name === "s")?.prior.p95).toBe(0.95);
  });

  it.each`
    value   | share
    ${1}    | ${0}
    ${10}   | ${0.5}
    ${100}  | ${1}
    ${1000} | ${1}
  `("draws $value between 1 and 100 at $share", ({ value, share }) => {
    expect(logShare(value, 1, 100)).toBeCloseTo(share, 12);
  });
});

describe("references", () => {
  it("become links where they name a paper", () => {
    expect(withReferences("Aust 2010 (PMID 20337652), PMC6147558")).toEqual([
      { text: "Aust 2010 (", address: null },
      { text: "PMID 20337652", address: "https://pubmed.ncbi.nlm.nih.gov/20337652/" },
      { text: "), ", address: null },
      { text: "PMC6147558", address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC6147558/" },
    ]);
    expect(withReferences("10.1097/01.EWX.0000432504.85255.ec")[0]?.address).toBe(
      "https://doi.org/10.1097/01.EWX.0000432504.85255.ec",
    );
    expect(withReferences("AJP 289:E864")).toEqual([{ text: "AJP 289:E864", address: null }]);
  });
});

describe("the checks on the card", () => {
  it("give each row of the fit its distance when its study is left out", () => {
    expect(leaveOneOutZ("C1")).toBe(1.05);
    expect(leaveOneOutZ("V1")).toBeNull();
  });

  it("keep the failures of V4, V6 and V8 in sight", () => {
    for (const id of ["V4", "V6", "V8"]) expect(holdOutLines(id).some(({ agrees }) => !agrees)).toBe(true);
    expect(holdOutLines("V6")[0]?.words).toContain("Seen below 1; 0 % of the members are below it:");
  });

  it("say nothing of a row that was not asked", () => {
    expect(holdOutLines("V10")).toEqual([]);
  });

  it("tell of the sampler for every parameter", () => {
    expect(samplerRows()).toHaveLength(11);
  });
});

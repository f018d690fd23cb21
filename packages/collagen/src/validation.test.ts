import { describe, expect, it } from "vitest";
import { calibrationData, calibrationDataVersion, calibrationIds } from "./calibration-data.ts";
import { dataTable } from "./data-table.ts";
import { scoreHoldOut } from "./hold-out.ts";
import { publishedEnsemble } from "./published.ts";
import { holdOutScores, leaveOneStudyOut, simulationBasedCalibration } from "./validation-results.ts";
import { validationTable } from "./validation-table.ts";

describe("the data table", () => {
  it("names study, source or reading of every row, and whether it was fitted", () => {
    expect(dataTable.map(({ id, role }) => [id, role])).toEqual([
      ...["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"].map((id) => [id, "calibrate"]),
      ...["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11"].map((id) => [id, "validate"]),
    ]);
    expect(dataTable.filter(({ study, status }) => study === "" || status === "")).toEqual([]);
  });

  it("is what the published residuals were taken from", () => {
    expect(publishedEnsemble.residuals.map(({ id, observed }) => [id, observed])).toEqual(
      calibrationIds.map((id) => [id, calibrationData[id].value]),
    );
    expect(calibrationData.C3.value).toBeCloseTo(17.33 / 15.65, 15);
  });
});

describe("the studies kept out of the fit", () => {
  const failing = (row: string) => holdOutScores.scores.some((score) => score.row === row && !score.agrees);

  it("are scored by this code and the published ensemble", () => {
    expect(holdOutScores.ensembleSha256).toBe(publishedEnsemble.ensembleSha256);
    const kept = holdOutScores.scores;
    for (const [place, score] of scoreHoldOut().entries()) {
      expect(score).toMatchObject({ row: kept[place]?.row, agrees: kept[place]?.agrees, share: kept[place]?.share });
      expect(score.predicted.p50).toBeCloseTo(kept[place]?.predicted.p50 ?? Number.NaN, 4);
    }
  });

  it("show the model's failures: V4 saturates too early, V6 contradicts C2, V8 needs water", () => {
    expect(validationTable.map(({ id }) => id).filter(failing)).toEqual(["V4", "V6", "V8"]);
  });

  it("have a verdict in words that is no kinder than the score", () => {
    const kind = ["agrees", "consistent"];
    for (const { id, verdict } of validationTable) expect(failing(id) && kind.includes(verdict)).toBe(false);
  });

  it("rise in the published order: El-Domyati's index on day 30 about 1.16, higher on day 90 in every member", () => {
    const [first, later] = holdOutScores.scores.filter(({ row }) => row === "V1");
    expect(first?.predicted.p50).toBeCloseTo(1.164, 2);
    expect(later?.share).toBe(1);
  });
});

describe("the fit without each study in turn", () => {
  it("was made from this data table and this ensemble's settings, every row once", () => {
    const { ensembleSha256, seed, draws, studies } = leaveOneStudyOut;
    expect({ ensembleSha256, seed, draws }).toEqual({
      ensembleSha256: publishedEnsemble.ensembleSha256,
      seed: publishedEnsemble.seed,
      draws: publishedEnsemble.draws,
    });
    expect(leaveOneStudyOut.calibrationDataVersion).toBe(calibrationDataVersion);
    expect(studies.flatMap(({ without }) => without)).toEqual([...calibrationIds]);
  });

  it("is within two spreads of every row, the farthest being C3", () => {
    const rows = leaveOneStudyOut.studies.flatMap(({ rows: left }) => left);
    expect(rows.filter(({ z }) => Math.abs(z) > 2)).toEqual([]);
    expect(rows.reduce((far, row) => (Math.abs(row.z) > Math.abs(far.z) ? row : far)).id).toBe("C3");
  });
});

describe("the sampler on simulated data", () => {
  it("ranks the true parameters evenly: chi-square with 9 degrees of freedom below 27.9, one in a thousand", () => {
    const { parameters, degreesOfFreedom, sets } = simulationBasedCalibration;
    expect(degreesOfFreedom).toBe(9);
    expect(parameters).toHaveLength(11);
    for (const { counts, chiSquare } of parameters) {
      expect(counts.reduce((sum, count) => sum + count)).toBe(sets);
      expect(chiSquare).toBeLessThan(27.9);
    }
  });
});

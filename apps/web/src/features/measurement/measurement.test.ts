import type { PhotographView, ScoreView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { comparablePoses, galleryOf } from "./gallery-of.ts";
import { photographIssue, uploadQuery } from "./photograph-file.ts";
import { scaleChoices, scoreIssue } from "./scale-choice.ts";
import { scoreSeries } from "./score-changes.ts";

function photograph(id: string, pose: string, takenOn: string, refusedReason: string | null = null): PhotographView {
  return { id, pose, takenOn, refusedReason } as PhotographView;
}

describe("photographs", () => {
  const taken = [
    photograph("a", "left-oblique", "2026-10-01"),
    photograph("b", "front", "2026-10-01"),
    photograph("c", "front", "2026-11-05"),
    photograph("d", "left-oblique", "2026-11-05", "declined"),
  ];

  it("stand by day, the newest first, in the order of the poses", () => {
    expect(galleryOf(taken).map(({ day, photographs }) => [day, photographs.map(({ id }) => id)])).toEqual([
      ["2026-11-05", ["c", "d"]],
      ["2026-10-01", ["b", "a"]],
    ]);
  });

  it("are compared only in a pose taken on two days; a refused pose is no picture", () => {
    expect(comparablePoses(taken).map(({ pose, photographs }) => [pose, photographs.map(({ id }) => id)])).toEqual([
      ["front", ["b", "c"]],
    ]);
  });

  it.each`
    name           | type                 | size    | isSent
    ${"face.jpg"}  | ${"image/jpeg"}      | ${1000} | ${true}
    ${"face.HEIC"} | ${""}                | ${1000} | ${true}
    ${"face.gif"}  | ${"image/gif"}       | ${1000} | ${false}
    ${"note.pdf"}  | ${"application/pdf"} | ${1000} | ${false}
    ${"face.jpg"}  | ${"image/jpeg"}      | ${3e7}  | ${false}
  `("$name of type “$type” and $size bytes is sent: $isSent", ({ name, type, size, isSent }) => {
    expect(photographIssue({ name, type, size }) === null).toBe(isSent);
  });

  it("leave out what was not noted", () => {
    const facts = { pose: "front", takenOn: "2026-11-25", camera: " Room 1 ", distanceCm: "", light: "" };
    expect(uploadQuery(facts)).toBe("pose=front&takenOn=2026-11-25&camera=Room+1");
  });
});

describe("scores", () => {
  it("offer the proposed scales first and never one that is switched off", () => {
    const [first, others] = scaleChoices(["gais-professional"]);
    expect(first?.items.map(({ value }) => value)).toEqual(["gais-professional"]);
    expect(others?.items.find(({ value }) => value === "msi")).toMatchObject({ disabled: true });
  });

  it.each`
    scale         | value   | issue
    ${"pain-nrs"} | ${4}    | ${null}
    ${"pain-nrs"} | ${11}   | ${"Enter a number from 0 to 10."}
    ${"pain-nrs"} | ${2.5}  | ${"This scale goes in steps of 1."}
    ${"pain-nrs"} | ${null} | ${"Choose or type a score first."}
  `("$scale of $value: $issue", ({ scale, value, issue }) => {
    expect(scoreIssue(scale, value)).toBe(issue);
  });

  it("are compared only by the same rater, scale and area", () => {
    const score = { scale: "posas-observer", area: "", rater: "professional", recordedOn: "2026-10-01", value: 30 };
    const series = scoreSeries([
      { ...score, id: "2", recordedOn: "2026-11-01", value: 24 },
      { ...score, id: "1" },
      { ...score, id: "3", area: "chin" },
    ] as ScoreView[]);
    expect(series.map(({ change }) => change)).toEqual([
      "6 points lower (better). How far two raters differ is not published for this scale.",
      null,
    ]);
  });
});

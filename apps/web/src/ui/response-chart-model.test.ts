import { describe, expect, it } from "vitest";
import { areaPath, chartScale, linePath, namePlaces, splitAt, ticks } from "./response-chart-model.ts";

const points = [
  { x: 0, p5: 0, p50: 0, p95: 0 },
  { x: 100, p5: 2, p50: 5, p95: 10 },
  { x: 200, p5: 1, p50: 4, p95: 8 },
];
const frame = { left: 0, right: 200, top: 0, bottom: 100 };

describe("the ticks of an axis", () => {
  it.each`
    low   | high   | most | expected
    ${0}  | ${10}  | ${2} | ${[0, 5, 10]}
    ${-3} | ${4}   | ${4} | ${[-2, 0, 2, 4]}
    ${0}  | ${491} | ${5} | ${[0, 100, 200, 300, 400]}
    ${0}  | ${0.3} | ${3} | ${[0, 0.1, 0.2, 0.3]}
  `("from $low to $high are $expected", ({ low, high, most, expected }) => {
    expect(ticks(low, high, most)).toEqual(expected);
  });
});

describe("a band with its middle line", () => {
  const scale = chartScale({ series: [{ name: "A", tone: "one", points, solidUntil: 100 }], frame });

  it("starts at the axis and reaches the top where the band is widest", () => {
    expect(linePath({ points, scale })).toBe("M0.0 100.0L100.0 50.0L200.0 60.0");
    expect(areaPath({ points, scale })).toBe("M0.0 100.0L100.0 0.0L200.0 20.0L200.0 90.0L100.0 80.0L0.0 100.0Z");
  });

  it("is dashed from the last day on which there is evidence", () => {
    const { solid, beyond } = splitAt(points, 150);
    expect(solid.map(({ x }) => x)).toEqual([0, 100]);
    expect(beyond.map(({ x }) => x)).toEqual([100, 200]);
  });

  it("has room for what it is measured against", () => {
    const reference = { name: "width", points: [{ x: 0, low: -10, high: 10 }] };
    const both = chartScale({ series: [{ name: "A", tone: "one", points, solidUntil: 100 }], reference, frame });
    expect(both.y(0)).toBe(50);
  });
});

describe("the names at the ends of two lines", () => {
  const ending = (name: string, p50: number) => ({
    name,
    tone: "one" as const,
    points: [{ x: 200, p5: 0, p50, p95: 10 }],
    solidUntil: 200,
  });
  const scale = chartScale({ series: [ending("A", 5)], frame });
  const placesOf = (first: number, second: number) => [...namePlaces([ending("A", first), ending("B", second)], scale)];

  it("stand beside their lines where there is room", () => {
    expect(placesOf(8, 2)).toEqual([
      ["A", 20],
      ["B", 80],
    ]);
  });

  it("are set one above the other in the order of their lines where there is none", () => {
    expect(placesOf(4, 5)).toEqual([
      ["B", 48.5],
      ["A", 61.5],
    ]);
  });
});

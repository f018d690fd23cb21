import { describe, expect, it } from "vitest";
import { newId } from "./ids.ts";

const at = new Date("2026-11-27T09:00:00.123Z");

describe("an id", () => {
  it("is a UUIDv7 that begins with its millisecond", () => {
    const id = newId(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toBe(at.getTime());
  });

  it("sorts after those made before it in the same millisecond", () => {
    newId(new Date(at.getTime() - 1));
    const ids = Array.from({ length: 4_096 }, () => newId(at));
    expect([...ids].sort()).toEqual(ids);
  });

  it("is never the same twice, with more in one millisecond than can be counted", () => {
    const ids = Array.from({ length: 10_000 }, () => newId(at));
    expect(new Set(ids).size).toBe(10_000);
  });
});

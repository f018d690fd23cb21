import { describe, expect, it } from "vitest";
import { dropDraft, keepDraft, readDraft } from "./draft-store.ts";

function shelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe("a draft", () => {
  it("comes back as it was typed", () => {
    const storage = shelf();
    keepDraft(storage, "patient.new", { familyName: "Ó Súilleabháin ", phone: "" });
    expect(readDraft(storage, "patient.new")).toEqual({ familyName: "Ó Súilleabháin ", phone: "" });
  });

  it("is gone once it was dropped", () => {
    const storage = shelf();
    keepDraft(storage, "patient.new", { familyName: "Hale" });
    dropDraft(storage, "patient.new");
    expect(readDraft(storage, "patient.new")).toBeUndefined();
  });

  it("says when it could not be kept", () => {
    const full = {
      ...shelf(),
      setItem: () => {
        throw new Error("full");
      },
    };
    expect(keepDraft(full, "patient.new", {})).toBe(false);
  });

  it("that can't be read is no draft", () => {
    expect(readDraft({ ...shelf(), getItem: () => "{" }, "patient.new")).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

describe("doing one thing at a time", () => {
  it("begins the next only when the one before is done, in the order of asking", async () => {
    const inTurn = oneAtATime();
    const seen: string[] = [];
    const step = (name: string, pauseMs: number) => async () => {
      seen.push(`begin ${name}`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      seen.push(`end ${name}`);
    };
    await Promise.all([inTurn(step("a", 20)), inTurn(step("b", 1))]);
    expect(seen).toEqual(["begin a", "end a", "begin b", "end b"]);
  });

  it("goes on after a failure, which only its own asker hears of", async () => {
    const inTurn = oneAtATime();
    const failing = inTurn(() => Promise.reject(new Error("no")));
    const next = inTurn(async () => "done");
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("done");
  });
});

import { describe, expect, it } from "vitest";
import { createLookUpTogether } from "./look-up-together.ts";

describe("a sign-in that is asked about many times at once", () => {
  it("is looked up again for those who ask while it is being looked up, once for all of them", async () => {
    const { look, answers, count } = looks();
    const find = createLookUpTogether<string>();
    const first = find("a", look);
    const later = [find("a", look), find("a", look), find("a", look)];
    expect(count()).toBe(1);
    answers[0]?.("signed in");
    expect(await first).toBe("signed in");
    await turn();
    expect(count()).toBe(2);
    answers[1]?.("ended");
    expect(await Promise.all(later)).toEqual(["ended", "ended", "ended"]);
  });

  it("is never answered with a look that began before the question", async () => {
    const { look, answers, count } = looks();
    const find = createLookUpTogether<string>();
    const first = find("a", look);
    const second = find("a", look);
    answers[0]?.("one");
    await first;
    await turn();
    const third = find("a", look);
    answers[1]?.("two");
    expect(await second).toBe("two");
    await turn();
    expect(count()).toBe(3);
    answers[2]?.("three");
    expect(await third).toBe("three");
  });

  it("is looked up apart from another one", () => {
    const { look, count } = looks();
    const find = createLookUpTogether<string>();
    void find("a", look);
    void find("b", look);
    expect(count()).toBe(2);
  });

  it("tells a fault to those whose look it was, and looks again for the others", async () => {
    const find = createLookUpTogether<string>();
    const first = find("a", () => Promise.reject(new Error("no connection")));
    const second = find("a", () => Promise.resolve("signed in"));
    await expect(first).rejects.toThrow("no connection");
    expect(await second).toBe("signed in");
  });
});

function looks() {
  const answers: ((answer: string) => void)[] = [];
  const look = () => new Promise<string>((resolve) => void answers.push(resolve));
  return { look, answers, count: () => answers.length };
}

/** Lets everything that waits for nothing outside go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

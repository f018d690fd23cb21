import { beforeEach, describe, expect, it, vi } from "vitest";

class WorkerOfTest {
  static readonly all: WorkerOfTest[] = [];
  readonly asked: { kind: string }[] = [];
  isEnded = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  constructor() {
    WorkerOfTest.all.push(this);
  }
  postMessage(question: { kind: string }) {
    this.asked.push(question);
  }
  terminate() {
    this.isEnded = true;
  }
}

const kindsAsked = () => WorkerOfTest.all.map(({ asked }) => asked.map(({ kind }) => kind));

/** A module of its own for each test: the spare worker is the module's. */
async function freshModel() {
  vi.resetModules();
  WorkerOfTest.all.length = 0;
  vi.stubGlobal("Worker", WorkerOfTest);
  const { askCollagen, warmCollagen } = await import("./ask-collagen.ts");
  const ask = (signal = new AbortController().signal) =>
    askCollagen({ kind: "timeline", request: {} as never, signal, onShare: () => undefined });
  return { ask, warmCollagen };
}

describe("asking the model", () => {
  let model: Awaited<ReturnType<typeof freshModel>>;
  beforeEach(async () => {
    model = await freshModel();
  });

  it("goes to the worker that was made ready when the page opened", async () => {
    model.warmCollagen();
    model.warmCollagen();
    const answer = model.ask();
    expect(kindsAsked()).toEqual([["warm", "timeline"]]);
    WorkerOfTest.all[0]?.onmessage?.({ data: { answer: "a band" } });
    expect(await answer).toBe("a band");
  });

  it("goes to the worker that has answered before", async () => {
    const first = model.ask();
    WorkerOfTest.all[0]?.onmessage?.({ data: { answer: null } });
    await first;
    void model.ask();
    expect(kindsAsked()).toEqual([["timeline", "timeline"]]);
  });

  it("goes to another worker while the first is busy, of which one is kept", async () => {
    const answers = [model.ask(), model.ask()];
    for (const worker of WorkerOfTest.all) worker.onmessage?.({ data: { answer: null } });
    await Promise.all(answers);
    expect(WorkerOfTest.all.map(({ isEnded }) => isEnded)).toEqual([false, true]);
  });

  it("ends the work that is given up at once, and makes another worker ready", () => {
    const given = new AbortController();
    void model.ask(given.signal);
    given.abort();
    expect(WorkerOfTest.all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(kindsAsked()).toEqual([["timeline"], ["warm"]]);
  });

  it("is left alone by what is given up after it was answered", async () => {
    const given = new AbortController();
    const answer = model.ask(given.signal);
    WorkerOfTest.all[0]?.onmessage?.({ data: { answer: null } });
    await answer;
    given.abort();
    expect(WorkerOfTest.all.map(({ isEnded }) => isEnded)).toEqual([false]);
  });

  it("fails with the worker's own words", async () => {
    const answer = model.ask();
    WorkerOfTest.all[0]?.onerror?.({ message: "out of memory" });
    await expect(answer).rejects.toThrow("out of memory");
    expect(WorkerOfTest.all[0]?.isEnded).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { messageParts, tokenIn } from "./address-token.ts";

describe("the token of a link", () => {
  it("stands after the #", () => {
    expect(tokenIn("#abc-DEF_123")).toBe("abc-DEF_123");
  });

  it("is none where the link was cut off", () => {
    expect(["", "#", "#abc"].map(tokenIn)).toEqual([null, null, null]);
  });
});

describe("a message of the demo", () => {
  it("leads to our own pages, whatever host its link names, without the full stop after it", () => {
    expect(messageParts("Open http://localhost:4180/welcome#t-0_k. It works once.")).toEqual([
      { text: "Open ", href: null },
      { text: "http://localhost:4180/welcome#t-0_k", href: "/welcome#t-0_k" },
      { text: ". It works once.", href: null },
    ]);
  });

  it("is plain where it has no link", () => {
    expect(messageParts("See you on Tuesday.")).toEqual([{ text: "See you on Tuesday.", href: null }]);
  });
});

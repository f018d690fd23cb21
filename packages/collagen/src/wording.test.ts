import { describe, expect, it } from "vitest";
import { modelSentences, promiseWords } from "./wording.ts";

describe("what may be said about the model", () => {
  it.each(Object.entries(modelSentences))("promises nothing in %s", (_, sentence) => {
    expect(promiseWords(sentence)).toEqual([]);
  });

  it.each`
    text                                    | found
    ${"Collagen will rise"}                 | ${["will"]}
    ${"Needling boosts by half"}            | ${["boost"]}
    ${"Results are guaranteed"}             | ${["guarantee"]}
    ${"Your collagen on day 90"}            | ${["your collagen"]}
    ${"You gain 53 % by summer"}            | ${["personal percentage"]}
    ${"Four weeks are the optimal spacing"} | ${["optimal"]}
  `("finds the promise in '$text'", ({ text, found }) => {
    expect(promiseWords(text)).toEqual(found);
  });
});

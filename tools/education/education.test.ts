import { existsSync } from "node:fs";
import { foundingRuleSet, isTreatable, questionIds } from "@fibril/suitability";
import { describe, expect, it } from "vitest";
import { blocksOf, promiseWords, readAloud, selfCheckMarkdown, unmarkedSentences } from "./check-page.mjs";
import { educationFolder, parsePage, readPages, readSelfCheck } from "./read-page.mjs";
import { fleschKincaidGrade } from "./readability.mjs";
import { markProblem, marksIn } from "./source-marks.mjs";

const pages = readPages();
const selfCheck = readSelfCheck();
const texts = [...pages, { ...selfCheck, id: "self-check", markdown: selfCheckMarkdown(selfCheck) }];
const headings = (markdown: string) => [...markdown.matchAll(/^## (.+)$/gm)].map((found) => found[1] ?? "");
const questionsOn = (kind: string) =>
  pages
    .filter(({ questions }) => questions === kind)
    .flatMap(({ markdown }) => headings(markdown).filter((heading) => heading.endsWith("?")));

describe.each(texts)("the page $id", ({ id, title, summary, markdown, date, review }) => {
  it("lets no sentence stand without a source of its own", () => {
    expect(blocksOf(markdown).flatMap(unmarkedSentences)).toEqual([]);
  });

  it("cites only sources that a patient may be shown", () => {
    const problems = marksIn(markdown).flatMap((mark) => markProblem(mark) ?? []);
    expect(problems).toEqual([]);
  });

  it("can be read by somebody under 15", () => {
    expect(fleschKincaidGrade(readAloud(markdown))).toBeLessThanOrEqual(9);
  });

  it("uses no word that says more than anyone knows", () => {
    expect(`${title} ${summary} ${markdown}`.match(promiseWords) ?? []).toEqual([]);
  });

  it("says what we do not know", () => {
    expect(headings(id === "self-check" ? selfCheck.closing.join("\n\n") : markdown)).toContain("What we do not know");
  });

  it("is dated, and says that no clinician has reviewed it", () => {
    expect(date).toBe("2026-11-25");
    expect(review).toBe("not reviewed by a clinician");
  });
});

describe("the reading as a whole", () => {
  it("covers every statement of the founding document", () => {
    const statements = Array.from({ length: 34 }, (_, index) => `F${index + 1}`);
    expect(statements.filter((row) => !pages.some(({ rows }) => rows.includes(row)))).toEqual([]);
  });

  it("answers the ten questions of the founding document, in their order", () => {
    expect(questionsOn("founding")).toEqual([
      "Does it hurt?",
      "When can I see a result?",
      "Is it safe for every skin type?",
      "How long do I need to recover?",
      "Can I combine it with other treatments?",
      "How long does it last?",
      "Does it shrink pores?",
      "Can teenagers have it?",
      "Do I need special skin care afterwards?",
      "How does it differ from a laser?",
    ]);
  });

  it("answers at least 25 further questions, each once", () => {
    const further = questionsOn("further");
    expect(further.length).toBeGreaterThanOrEqual(25);
    expect(new Set(further).size).toBe(further.length);
  });

  it("has one page for each place in the order", () => {
    expect(pages.map(({ order }) => order)).toEqual(pages.map((_, place) => place + 1));
  });

  it("leads only to pages and drawings that exist", () => {
    const targets = pages.flatMap(({ markdown }) => [...markdown.matchAll(/\]\(([^)#]+)/g)].map((found) => found[1]));
    expect(targets.filter((target) => !existsSync(`${educationFolder}/${target}`))).toEqual([]);
  });
});

describe("the self-check", () => {
  const asked = new Set<string>(selfCheck.steps.flatMap(({ screening }: { screening: string[] }) => screening));

  it("asks about everything that can stop or delay a treatment", () => {
    const stopping = questionIds.filter((question) =>
      foundingRuleSet.questions[question].some(({ verdict }) => !isTreatable(verdict)),
    );
    expect(stopping.filter((question) => !asked.has(question))).toEqual([]);
  });

  /** Time or healing ends these by itself; the page then says how long. */
  const endsByItself = ["isotretinoin", "skinInfectionInArea"];
  const refusing = questionIds.filter((question) =>
    foundingRuleSet.questions[question].some(({ verdict }) => verdict === "refer" || verdict === "do-not-treat"),
  );
  it.each(refusing.filter((question) => !endsByItself.includes(question)))(
    "sends people to a doctor for %s, as the screening refers or refuses",
    (question) => {
      const toADoctor = selfCheck.steps.filter(({ result }: { result: string }) => result === "ask-a-doctor");
      expect(toADoctor.flatMap(({ screening }: { screening: string[] }) => screening)).toContain(question);
    },
  );

  it("asks only what the screening knows", () => {
    expect([...asked].filter((question) => !questionIds.some((known) => known === question))).toEqual([]);
  });

  it("asks what needs a doctor before what needs time, so that the more cautious answer comes first", () => {
    const results = selfCheck.steps.map(({ result }: { result: string }) => result);
    expect(results).toEqual([...results].sort());
  });
});

describe("the checks of a page", () => {
  it("find a sentence without a mark in a paragraph, a list and a table", () => {
    const markdown = "One is true. [S4] Two is too.\n\n- Three holds.\n\n| a | b |\n| - | - |\n| c | Four holds. |\n";
    expect(blocksOf(markdown).flatMap(unmarkedSentences)).toEqual(["Two is too.", "Three holds.", "Four holds."]);
  });

  it("do not let the mark of one sentence cover the one before it", () => {
    expect(unmarkedSentences("One holds. Two holds. [S4]")).toEqual(["One holds."]);
  });

  it.each`
    mark          | problem
    ${"S4"}       | ${null}
    ${"S1"}       | ${null}
    ${"practice"} | ${null}
    ${"S28"}      | ${"tier C is not for patients"}
    ${"S37"}      | ${"tier G is not for patients"}
    ${"S999"}     | ${"not in the register"}
  `("judge the mark $mark: $problem", ({ mark, problem }) => {
    expect(markProblem(mark)).toBe(problem);
  });

  it("find a word that says too much", () => {
    expect("It will boost collagen, guaranteed.".match(promiseWords)).toEqual(["will", "boost", "guaranteed"]);
    expect("A skin booster".match(promiseWords)).toBeNull();
  });

  it("refuse a page whose id is not its name, and one without front matter", () => {
    expect(() => parsePage("a.md", "no front matter")).toThrow("a.md: no front matter");
    const text =
      "---\nid: b\ntitle: T\nsummary: S\norder: 1\npart: deciding\nrows: [F1]\ndate: 2026-11-25\nreview: none\n---\nText";
    expect(() => parsePage("a.md", text)).toThrow("a.md: its id is b");
  });
});

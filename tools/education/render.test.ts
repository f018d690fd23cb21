import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sources } from "@fibril/evidence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderEducation } from "./render.mjs";
import { markdownRenderer } from "./render-markdown.mjs";

const folder = mkdtempSync(join(tmpdir(), "fibril-learn-"));
let pages: { address: string; html: string }[] = [];

beforeAll(() => {
  renderEducation(folder);
  pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("index.html"))
    .map((address) => ({ address, html: readFileSync(join(folder, address), "utf8") }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((found) => found[1] ?? "");
const idsOf = (html: string) => all(html, / id="([^"]+)"/g);

describe("the printed pages", () => {
  it("obey the strictest content policy: no script, no inline style, nothing from elsewhere", () => {
    const forbidden = /<script|\sstyle=|<style|\son[a-z]+=|(?:src|rel="stylesheet" href)="(?:https?:)?\/\//;
    expect(pages.filter(({ html }) => forbidden.test(html)).map(({ address }) => address)).toEqual([]);
    expect(readFileSync(join(folder, "learn.css"), "utf8")).not.toMatch(/https?:|@import/);
  });

  it("lead to pages, places and files that exist", () => {
    const dead = pages.flatMap(({ address, html }) =>
      all(html, / href="([^"]+)"/g)
        .filter((href) => !/^(https:|data:|\/my)/.test(href))
        .filter((href) => {
          const [path = "", place] = href.split("#");
          const file = path === "" ? address : join(dirname(address), path, /\.\w+$/.test(path) ? "" : "index.html");
          if (!existsSync(join(folder, file))) return true;
          return place !== undefined && !idsOf(readFileSync(join(folder, file), "utf8")).includes(place);
        })
        .map((href) => `${address} -> ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it("use each place name once", () => {
    const twice = pages.filter(({ html }) => new Set(idsOf(html)).size !== idsOf(html).length);
    expect(twice.map(({ address }) => address)).toEqual([]);
  });

  it("name no source that is for professionals only", () => {
    const ours = Object.values(sources).filter(({ tier }) => tier === "C" || tier === "G");
    const named = pages.flatMap(({ address, html }) =>
      ours.filter(({ title, identifier }) => html.includes(title) || html.includes(identifier)).map(() => address),
    );
    expect(ours.length).toBeGreaterThan(30);
    expect(named).toEqual([]);
  });

  it("show no raw mark, and say on each that no clinician has reviewed it", () => {
    expect(pages.filter(({ html }) => /\[(?:S\d+|practice|founding)\]/.test(html))).toEqual([]);
    expect(pages.filter(({ html }) => !html.includes("Not reviewed by a clinician"))).toEqual([]);
  });
});

describe("a source mark", () => {
  it("becomes a numbered footnote, and is shown once for neighbours with the same source", () => {
    const { html, marks } = markdownRenderer();
    const shown = html("One. [S4] Two. [S4] Three. [S77] [practice]");
    expect(all(shown, /aria-label="(Source \d)"/g)).toEqual(["Source 1", "Source 2", "Source 3"]);
    expect(shown).toMatch(/^<p>One\. Two\.<sup/);
    expect(marks).toEqual(["S4", "S77", "practice"]);
  });
});

describe("walking through the self-check", () => {
  const sections = () => {
    const html = pages.find(({ address }) => address.startsWith("self-check"))?.html ?? "";
    return new Map(
      html
        .split('<section class="step')
        .slice(1)
        .map((text) => [/ id="([^"]+)"/.exec(text)?.[1] ?? "", text.split("</section>")[0] ?? ""]),
    );
  };
  const answersOf = (text: string) =>
    all(text.split('class="answers"')[1]?.split("</ul>")[0] ?? "", /href="#([^"]+)"/g);
  const headingOf = (text = "") => /<h2>(.+?)<\/h2>/.exec(text)?.[1];

  it("ends after fifteen times No at a consultation, never at a yes", () => {
    const steps = sections();
    let at = "start";
    let answered = 0;
    while (answersOf(steps.get(at) ?? "").length > 0) {
      at = answersOf(steps.get(at) ?? "")[1] ?? "";
      answered += 1;
    }
    expect(answered).toBe(15);
    expect(headingOf(steps.get(at))).toBe("Worth a consultation");
    expect(steps.get(at)).toContain("This is not a yes.");
  });

  it("answers Yes and I don’t know with a doctor or a wait", () => {
    const steps = sections();
    const asking = [...steps.values()].filter((text) => answersOf(text).length > 0);
    const ends = asking.flatMap((text) => [answersOf(text)[0], answersOf(text)[2]]);
    expect(ends).toHaveLength(30);
    for (const end of ends) expect(headingOf(steps.get(end ?? ""))).toMatch(/^(Ask a doctor first|Wait until .+)$/);
  });

  it.each`
    step              | until
    ${"pregnancy"}    | ${"you are no longer pregnant or breastfeeding"}
    ${"isotretinoin"} | ${"6 months after your last isotretinoin capsule"}
    ${"skin-now"}     | ${"the skin in the area has healed and is calm"}
    ${"year"}         | ${"12 months after the surgery, the scar or the stretch mark"}
    ${"three-months"} | ${"3 months after that treatment"}
    ${"four-weeks"}   | ${"4 weeks after that treatment"}
    ${"two-weeks"}    | ${"2 weeks after the sun, the self-tan or the injection"}
    ${"few-days"}     | ${"7 days after hair removal, and 3 days after retinol or acids"}
  `("names what a Yes at $step waits for, and the same where the answer is not known", ({ step, until }) => {
    expect(headingOf(sections().get(`${step}-yes`))).toBe(`Wait until ${until}`);
    expect(headingOf(sections().get(`${step}-unsure`))).toBe(`Wait until ${until}`);
  });
});

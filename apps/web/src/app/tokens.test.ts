import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const [lightCss = "", darkCss = ""] = css.split(':root[data-mantine-color-scheme="dark"]');

function palette(text: string): Map<string, string> {
  return new Map([...text.matchAll(/--fb-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]));
}

const palettes = { light: palette(lightCss), dark: palette(darkCss) };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(scheme: "light" | "dark", ink: string, ground: string): number {
  const at = (name: string) => luminance(palettes[scheme].get(name) ?? "#000000");
  const [darker = 0, lighter = 0] = [at(ink), at(ground)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(["light", "dark"] as const)("the %s palette", (scheme) => {
  it.each(["ground", "surface", "sunken"])("writes ink on %s at 7:1 or more", (ground) => {
    expect(contrast(scheme, "ink", ground)).toBeGreaterThanOrEqual(7);
  });

  it.each`
    ink            | ground
    ${"muted"}     | ${"ground"}
    ${"muted"}     | ${"surface"}
    ${"muted"}     | ${"sunken"}
    ${"accent"}    | ${"ground"}
    ${"accent"}    | ${"surface"}
    ${"accent"}    | ${"accent-soft"}
    ${"on-accent"} | ${"accent"}
    ${"suitable"}  | ${"suitable-soft"}
    ${"adapt"}     | ${"adapt-soft"}
    ${"adapt"}     | ${"surface"}
    ${"defer"}     | ${"defer-soft"}
    ${"refer"}     | ${"refer-soft"}
    ${"stop"}      | ${"stop-soft"}
    ${"stop"}      | ${"surface"}
  `("writes $ink on $ground at 4.5:1 or more", ({ ink, ground }) => {
    expect(contrast(scheme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["chart-one", "chart-two"])("draws the line of %s at 4.5:1 or more", (line) => {
    expect(contrast(scheme, line, "surface")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["ground", "surface"])("draws the edge of a field on %s at 3:1 or more", (ground) => {
    expect(contrast(scheme, "line-strong", ground)).toBeGreaterThanOrEqual(3);
  });
});

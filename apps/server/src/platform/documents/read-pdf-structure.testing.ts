import { readObjects } from "./read-pdf-text.testing.ts";

/** A role alone, or a role with what it holds. */
type Role = string | readonly [string, readonly Role[]];

interface Structure {
  readonly isMarked: boolean;
  readonly roles: Role | undefined;
  readonly alts: readonly string[];
  /** How many heads of a row there are. */
  readonly scopes: number;
  /** Text that is drawn outside every marked piece of content. */
  readonly unmarked: readonly string[];
}

/** Reads the structure of a PDF of ours back, for tests: what a screen reader is given, in its order. */
export function readPdfStructure(pdf: Buffer): Structure {
  const objects = readObjects(pdf.toString("latin1"));
  const all = [...objects.values()];
  const root = all.find((body) => body.includes("/Type /StructTreeRoot"));
  const [first] = root ? childrenOf(root) : [];
  const alts = all.flatMap((body) => (body.includes("/S /Figure") ? [/\/Alt \(([^)]*)\)/.exec(body)?.[1] ?? ""] : []));
  return {
    isMarked: all.some((body) => /\/Marked true/.test(body)),
    roles: first === undefined ? undefined : roleOf(objects, first),
    alts,
    scopes: all.filter((body) => body.includes("/Scope /Row")).length,
    unmarked: all.filter((body) => body.includes(" BDC")).flatMap(textOutside),
  };
}

function childrenOf(body: string): readonly string[] {
  const list = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? /\/K (\d+ 0 R)/.exec(body)?.[1] ?? "";
  return [...list.replaceAll(/<<[\s\S]*?>>/g, "").matchAll(/(\d+) 0 R/g)].map(([, id = ""]) => id);
}

function roleOf(objects: ReadonlyMap<string, string>, id: string): Role {
  const body = objects.get(id) ?? "";
  const role = /\/S \/(\w+)/.exec(body)?.[1] ?? "?";
  const children = childrenOf(body).filter((child) => objects.get(child)?.includes("/S /"));
  return children.length === 0 ? role : [role, children.map((child) => roleOf(objects, child))];
}

function textOutside(content: string): readonly string[] {
  let depth = 0;
  const outside: string[] = [];
  for (const [act] of content.matchAll(/\bBDC\b|\bEMC\b|\[[^\]]*\] TJ/g)) {
    if (act === "BDC") depth += 1;
    else if (act === "EMC") depth -= 1;
    else if (depth === 0) outside.push(act);
  }
  return outside;
}

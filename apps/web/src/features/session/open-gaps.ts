import type { SessionView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { type Gap, missingBeforeSigning, type SessionRecord } from "@fibril/session";
import { personOf } from "./record-of.ts";

/** What only the server can know: today's decision and consent, and cartridges of other sessions. */
const serverOnly = new Set(["not-permitted-today", "precondition-open", "consent-missing", "cartridge-unit-used"]);

/** What still keeps the record on the screen from being signed: the record's own gaps at once, the server's as it last said. */
export function openGaps(view: SessionView, record: SessionRecord): readonly Gap[] {
  const fromServer = view.gaps.filter(({ code }) => serverOnly.has(code));
  const own = missingBeforeSigning(record, {
    sessionId: view.id,
    today: view.performedOn as CalendarDate,
    usedUnits: [],
    person: personOf(view),
    permittedToday: true,
    openPreconditions: [],
    consentInForce: true,
    plan: view.plan,
  });
  return [...fromServer, ...own];
}

/** The steps of the screen, in the order of work; each holds the parts of the record whose gaps it shows. */
export const stepIds = [
  "sinceLastTime",
  "preparation",
  "anaesthetic",
  "device",
  "zones",
  "topicals",
  "ending",
  "findings",
] as const;
export type StepId = (typeof stepIds)[number];

const stepOfPart: Readonly<Record<string, StepId>> = {
  sinceLastTime: "sinceLastTime",
  preparation: "preparation",
  antiseptic: "preparation",
  anaesthetic: "anaesthetic",
  anaesthetics: "anaesthetic",
  anaestheticAnswers: "anaesthetic",
  person: "anaesthetic",
  device: "device",
  cartridges: "device",
  zones: "zones",
  topicals: "topicals",
  painScore: "ending",
  stoppedEarly: "ending",
};

/** Where on the screen a gap is mended; null where it is mended elsewhere (the decision, the consent). */
export function stepOfGap({ path, finding }: Pick<Gap, "path" | "finding">): StepId | null {
  if (finding !== null) return "findings";
  return stepOfPart[path.split(".")[0] ?? ""] ?? null;
}

/** One line for gaps that say the same of several zones: "Record the passes. (14)" */
export function gapLines(gaps: readonly Gap[]): readonly { readonly gap: Gap; readonly count: number }[] {
  const lines = new Map<string, { gap: Gap; count: number }>();
  for (const gap of gaps) {
    const line = lines.get(gap.words);
    if (line) line.count += 1;
    else lines.set(gap.words, { gap, count: 1 });
  }
  return [...lines.values()];
}

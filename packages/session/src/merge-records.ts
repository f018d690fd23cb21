import { emptyRecord, type SessionRecord } from "./session-record.ts";

type Part = keyof SessionRecord;

/** A record as two people left it who began with the same one; `base` is null where that is not known any more. */
export interface TwoHands {
  readonly base: SessionRecord | null;
  readonly mine: SessionRecord;
  readonly theirs: SessionRecord;
}

const everyPart = Object.keys(emptyRecord) as readonly Part[];
/** These speak of one another: a zone of its cartridge, a reason of its zone and of the device's limit. */
const needling: readonly Part[] = ["device", "cartridges", "zones", "reasons"];
const groups: readonly (readonly Part[])[] = [
  needling,
  ...everyPart.filter((part) => !needling.includes(part)).map((part) => [part]),
];

/** The parts that both changed, each in another way: somebody has to decide them. */
export function changedByBoth(hands: TwoHands): readonly Part[] {
  const open = groups.filter((group) => isOpen(group, hands)).flat();
  return everyPart.filter((part) => open.includes(part) && !isSame(hands.mine[part], hands.theirs[part]));
}

/** What only one of the two changed is kept from either; `preferred` decides what both changed. */
export function mergeRecords(hands: TwoHands, preferred: "mine" | "theirs"): SessionRecord {
  const taken = groups.flatMap((group) => {
    const from = isOpen(group, hands) ? preferred : hasChanged(group, hands, "mine") ? "mine" : "theirs";
    return group.map((part) => [part, hands[from][part]] as const);
  });
  return { ...hands.theirs, ...(Object.fromEntries(taken) as Partial<SessionRecord>) };
}

function isOpen(group: readonly Part[], hands: TwoHands): boolean {
  const differs = group.some((part) => !isSame(hands.mine[part], hands.theirs[part]));
  return differs && hasChanged(group, hands, "mine") && hasChanged(group, hands, "theirs");
}

function hasChanged(group: readonly Part[], { base, ...hands }: TwoHands, whose: "mine" | "theirs"): boolean {
  return base === null || group.some((part) => !isSame(base[part], hands[whose][part]));
}

/** By content: what comes back from the clinic may have its fields in another order. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}

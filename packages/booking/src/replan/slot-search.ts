import { type Slots, wordBits } from "../bits.ts";

/** The slot of a set that lies nearest to `wanted`, the earlier of two; -1 for the empty set. */
export function nearestSlot(slots: Slots, wanted: number): number {
  const last = slots.length * wordBits - 1;
  const from = Math.min(last, Math.max(0, wanted));
  const later = followingSlot(slots, from);
  const earlier = previousSlot(slots, from);
  if (earlier === -1 || later === -1) return earlier === -1 ? later : earlier;
  return wanted - earlier <= later - wanted ? earlier : later;
}

/** The first slot at or after `from` in the set; -1 where there is none. */
function followingSlot(slots: Slots, from: number): number {
  let word = from >>> 5;
  let rest = (slots[word] as number) & (-1 << (from & 31));
  while (rest === 0) {
    word += 1;
    if (word >= slots.length) return -1;
    rest = slots[word] as number;
  }
  return word * wordBits + (31 - Math.clz32(rest & -rest));
}

/** The last slot at or before `from` in the set; -1 where there is none. */
function previousSlot(slots: Slots, from: number): number {
  let word = from >>> 5;
  let rest = (slots[word] as number) & (-1 >>> (31 - (from & 31)));
  while (rest === 0) {
    word -= 1;
    if (word < 0) return -1;
    rest = slots[word] as number;
  }
  return word * wordBits + 31 - Math.clz32(rest);
}

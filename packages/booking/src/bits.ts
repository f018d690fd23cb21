/**
 * Sets of 5-minute slots as 32-bit words, lowest slot in the lowest bit of the first word. Everything here works in
 * place on words that the caller owns, because a search does it some ten thousand times.
 */
export type Slots = Int32Array;

export const wordBits = 32;

export function hasSlot(slots: Slots, slot: number): boolean {
  return (((slots[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
}

/** Whether the slots `[from, to)` of the `words` words that begin at `at` are all in the set. */
export function hasAll(
  slots: Slots,
  at: number,
  { from, to, words }: { readonly from: number; readonly to: number; readonly words: number },
): boolean {
  if (from < 0 || to > words * wordBits) return false;
  for (let slot = from; slot < to; slot = nextWord(slot)) {
    const wanted = slotsInWord(slot, to);
    if (((slots[at + (slot >>> 5)] as number) & wanted) !== wanted) return false;
  }
  return true;
}

/** Adds the slots `[from, to)`. */
export function addSlots(slots: Slots, from: number, to: number): void {
  for (let slot = from; slot < to; slot = nextWord(slot)) {
    const word = slot >>> 5;
    slots[word] = (slots[word] as number) | slotsInWord(slot, to);
  }
}

/** Takes the slots `[from, to)` away from the words that begin at `at`. */
export function removeSlots(slots: Slots, at: number, { from, to }: { readonly from: number; readonly to: number }) {
  for (let slot = from; slot < to; slot = nextWord(slot)) {
    const word = at + (slot >>> 5);
    slots[word] = (slots[word] as number) & ~slotsInWord(slot, to);
  }
}

function nextWord(slot: number): number {
  return (slot | 31) + 1;
}

/** The slots `[from, to)` as far as they are in the word of `from`. */
function slotsInWord(from: number, to: number): number {
  const length = Math.min(to, nextWord(from)) - from;
  return (-1 >>> (wordBits - length)) << (from & 31);
}

/**
 * Keeps each slot from which `length` slots in a row are in the set: erosion by shifts that double, so that a stretch
 * of 12 slots takes 4 steps.
 */
export function keepStartsOf(slots: Slots, length: number): void {
  for (let have = 1; have < length; ) {
    const step = Math.min(have, length - have);
    keepShifted(slots, step);
    have += step;
  }
}

/** Keeps each slot whose slot `step` later is in the set too. */
function keepShifted(slots: Slots, step: number): void {
  const words = slots.length;
  const skip = step >>> 5;
  const shift = step & 31;
  if (skip === 0) {
    for (let word = 0; word < words - 1; word += 1) {
      const here = slots[word] as number;
      slots[word] = here & ((here >>> shift) | ((slots[word + 1] as number) << (wordBits - shift)));
    }
    slots[words - 1] = (slots[words - 1] as number) & ((slots[words - 1] as number) >>> shift);
    return;
  }
  for (let word = 0; word < words; word += 1) {
    const low = word + skip < words ? (slots[word + skip] as number) : 0;
    const high = word + skip + 1 < words ? (slots[word + skip + 1] as number) : 0;
    const later = shift === 0 ? low : (low >>> shift) | (high << (wordBits - shift));
    slots[word] = (slots[word] as number) & later;
  }
}

/** Moves every slot `step` later; slots that leave the day are dropped. */
export function moveLater(slots: Slots, step: number): void {
  const skip = step >>> 5;
  const shift = step & 31;
  for (let word = slots.length - 1; word >= 0; word -= 1) {
    const high = word - skip >= 0 ? (slots[word - skip] as number) : 0;
    const low = word - skip - 1 >= 0 ? (slots[word - skip - 1] as number) : 0;
    slots[word] = shift === 0 ? high : (high << shift) | (low >>> (wordBits - shift));
  }
}

export function isEmpty(slots: Slots): boolean {
  for (let word = 0; word < slots.length; word += 1) if (slots[word] !== 0) return false;
  return true;
}

export function keepCommon(slots: Slots, other: Slots): void {
  for (let word = 0; word < slots.length; word += 1) slots[word] = (slots[word] as number) & (other[word] as number);
}

/** Adds the slots of `other`; @returns whether every slot of `wanted` is in the set now. */
export function addAll(slots: Slots, other: Slots, wanted: Slots): boolean {
  let missing = 0;
  for (let word = 0; word < slots.length; word += 1) {
    const sum = (slots[word] as number) | (other[word] as number);
    slots[word] = sum;
    missing |= (wanted[word] as number) & ~sum;
  }
  return missing === 0;
}

import { describe, expect, it } from "vitest";
import { addSlots, hasAll, removeSlots } from "./bits.ts";

/** The slots in the set, one by one. */
function slotsOf(words: Int32Array): readonly number[] {
  return Array.from({ length: words.length * 32 }, (_, slot) => slot).filter(
    (slot) => (((words[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1,
  );
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe("slots in words of 32", () => {
  it.each`
    from  | to
    ${0}  | ${1}
    ${30} | ${34}
    ${31} | ${32}
    ${32} | ${64}
    ${5}  | ${70}
    ${0}  | ${96}
    ${7}  | ${7}
  `("adds and takes away the slots from $from to before $to, and no other", ({ from, to }) => {
    const slots = new Int32Array(3);
    addSlots(slots, from, to);
    expect(slotsOf(slots)).toEqual(range(from, to));
    slots.fill(-1);
    removeSlots(slots, 0, { from, to });
    expect(slotsOf(slots)).toEqual([...range(0, from), ...range(to, 96)]);
  });

  it("takes away from the words that it is pointed at", () => {
    const rows = new Int32Array(4).fill(-1);
    removeSlots(rows, 2, { from: 31, to: 33 });
    expect([...rows]).toEqual([-1, -1, 0x7f_ff_ff_ff, -2]);
  });

  it.each`
    from  | to    | all
    ${28} | ${40} | ${true}
    ${27} | ${40} | ${false}
    ${28} | ${41} | ${false}
    ${-1} | ${30} | ${false}
    ${60} | ${65} | ${false}
  `("of a stretch from 28 to 40, all are there from $from to before $to: $all", ({ from, to, all }) => {
    const slots = new Int32Array(2);
    addSlots(slots, 28, 40);
    expect(hasAll(slots, 0, { from, to, words: 2 })).toBe(all);
  });
});

import { type Cited, constants, unsourced } from "@fibril/evidence";
import type { WhatWasDone } from "./what-was-done.ts";

/** One piece of advice for the days after a session. Hours count from the end of needling. */
export interface Instruction extends Cited {
  readonly id: string;
  readonly words: string;
  readonly fromHour: (done: WhatWasDone) => number;
  readonly toHour: (done: WhatWasDone) => number;
  /** Left out: it holds for everyone. */
  readonly when?: (done: WhatWasDone) => boolean;
}

const day = 24;
const at = (hour: number) => () => hour;
const start = at(0);

/** Hours for which channels count as open; an unknown depth counts as deep. */
export function openHours({ deepestMm }: WhatWasDone): number {
  const { channelsOpenHours, channelsOpenHoursDeep, deepNeedlingMm } = constants;
  const isDeep = deepestMm === null || Math.round(deepestMm * 1000) >= deepNeedlingMm.value * 1000;
  return isDeep ? channelsOpenHoursDeep.value : channelsOpenHours.value;
}

const mayDarken = ({ fitzpatrick }: WhatWasDone) => fitzpatrick === null || fitzpatrick >= 4;
const onFace = ({ regions }: WhatWasDone) => regions.length === 0 || regions.includes("face");

/** To change the advice, change its row. Where sources differ the longer wait holds. */
export const instructions: readonly Instruction[] = [
  {
    id: "numb-skin",
    words:
      "Your skin may stay numb for some hours: be careful with heat and with hot food or drink. Palpitations, a fit or a numb mouth: call the emergency services.",
    fromHour: start,
    toHour: at(6),
    when: ({ anaesthetic }) => anaesthetic !== false,
    sources: ["S72"],
  },
  {
    id: "cool",
    words: "Cool the skin with a clean cloth that you do not rub. Do not touch it with unwashed hands.",
    fromHour: start,
    toHour: at(6),
    sources: ["S79", "S80"],
  },
  {
    id: "sterile-only",
    words: "Put nothing on the skin but the sterile gel we gave you: tiny channels are still open.",
    fromHour: start,
    toHour: openHours,
    sources: ["S4", "S54", "S77", "S78"],
  },
  {
    id: "no-vitamin-c-no-scent",
    words: "No vitamin C, acids, scent, essential oils or tinted products.",
    fromHour: start,
    toHour: openHours,
    sources: ["S4", "S77", "S78"],
  },
  {
    id: "blood-product",
    words: "Platelets from your own blood were used: keep towels and cloths to yourself until the skin has closed.",
    fromHour: start,
    toHour: openHours,
    when: ({ topicals }) => topicals.includes("platelet-rich-plasma"),
    sources: ["S3"],
  },
  {
    id: "product-watch",
    words: "A product outside our usual list was used. Itchy red bumps from day 3 on: stop everything and tell us.",
    fromHour: start,
    toHour: at(28 * day),
    when: ({ topicals }) => topicals.includes("other"),
    sources: ["S4", "S32", "S77"],
  },
  {
    id: "no-sunscreen-yet",
    words: "No sunscreen yet. Stay in the shade, wear a hat.",
    fromHour: start,
    toHour: openHours,
    sources: ["S28", "S78"],
  },
  {
    id: "wash-gently",
    words: "Wash with lukewarm water only.",
    fromHour: at(6),
    toHour: openHours,
    sources: ["S28", "S80"],
  },
  {
    id: "no-make-up",
    words: "No make-up.",
    fromHour: start,
    toHour: openHours,
    when: onFace,
    sources: ["S80", "S37"],
  },
  {
    id: "no-sweat",
    words: "No sport, sauna, hot bath or swimming.",
    fromHour: start,
    toHour: at(3 * day),
    sources: ["S28"],
  },
  {
    id: "little-sun",
    words: "Keep out of the sun as far as you can.",
    fromHour: start,
    toHour: at(3 * day),
    sources: ["S28"],
  },
  {
    id: "moisturiser",
    words: "Use a plain moisturiser without scent.",
    fromHour: openHours,
    toHour: at(7 * day),
    sources: ["S28", "S76"],
  },
  {
    id: "mineral-sunscreen",
    words: "Use a mineral sunscreen every day.",
    fromHour: openHours,
    toHour: at(14 * day),
    sources: ["S28", "S37", "S76"],
  },
  {
    id: "protect-from-dark-marks",
    words:
      "Your skin can mark darker, so go on with sunscreen every day until your next visit; a tinted one is best. Brown patches: tell us.",
    fromHour: at(3 * day),
    toHour: at(28 * day),
    when: mayDarken,
    sources: ["S14"],
  },
  {
    id: "do-not-pick",
    words: "Let flakes fall by themselves. Do not pick, scrub or shave over them.",
    fromHour: at(2 * day),
    toHour: at(5 * day),
    sources: ["S30", "S80"],
  },
  {
    id: "gentle-routine",
    words: "You can go back to gentle products you know, without active ingredients.",
    fromHour: at(3 * day),
    toHour: at(7 * day),
    sources: ["S30"],
  },
  {
    id: "no-actives",
    words: "No retinol, tretinoin, acids or scrubs.",
    fromHour: start,
    toHour: at(7 * day),
    sources: ["S30", "S37"],
  },
  {
    id: "cold-sore-watch",
    words: "Tingling or small blisters: tell us the same day. Near an eye: go to emergency eye care.",
    fromHour: start,
    toHour: at(14 * day),
    when: ({ aroundMouth }) => aroundMouth !== false,
    sources: ["S16"],
  },
  {
    id: "red-flags",
    words:
      "Fever, spreading redness, pus or strong pain: tell us the same day. Trouble breathing, a swollen tongue or pain in an eye: call the emergency services.",
    fromHour: start,
    toHour: at(28 * day),
    sources: ["S12", "S14", "S82"],
  },
  {
    id: "still-red",
    words: "Redness or swelling that is still there: tell us. We may ask you for a photograph.",
    fromHour: at(7 * day),
    toHour: at(28 * day),
    sources: ["S14"],
  },
  {
    id: "answer-check-ins",
    words: "Answer our questions on days 1, 3, 7 and 28, even if all is well.",
    fromHour: at(day),
    toHour: at(29 * day),
    sources: unsourced,
  },
];

import { isWithin, type Schedule, scheduleLimits, settingLimits, startingWhatIf, type WhatIf } from "./what-if.ts";

/** The question as it stands in the address; whatever is as at the start is left out. */
export interface WhatIfAddress {
  /** Sessions, spacing in days, maintenance sessions, days between those: `4-28-0-180`. */
  readonly a?: string;
  readonly b?: string;
  readonly age?: number;
  readonly mm?: number;
  readonly density?: number;
  readonly show?: "stainIndex";
  readonly day?: number;
}

/** Whatever is not understood in an address is left out. */
export function readAddress(search: Record<string, unknown>): WhatIfAddress {
  const { a, b, age, mm, density, show, day } = search as Partial<Record<keyof WhatIfAddress, unknown>>;
  return {
    ...(readSchedule(a) ? { a: String(a) } : {}),
    ...(readSchedule(b) ? { b: String(b) } : {}),
    ...(isNumberWithin(age, settingLimits.ageYears) ? { age } : {}),
    ...(isNumberWithin(mm, settingLimits.needleLengthMm) ? { mm } : {}),
    ...(isNumberWithin(density, settingLimits.channelsPerCm2) ? { density } : {}),
    ...(show === "stainIndex" ? { show } : {}),
    ...(isNumberWithin(day, { least: 0, most: 3650, step: 1 }) ? { day } : {}),
  };
}

export function whatIfOf({ a, b, age, mm, density, show, day }: WhatIfAddress): WhatIf {
  const start = startingWhatIf;
  return {
    first: readSchedule(a) ?? start.first,
    second: readSchedule(b) ?? start.second,
    ageYears: age ?? start.ageYears,
    needleLengthMm: mm ?? start.needleLengthMm,
    channelsPerCm2: density ?? start.channelsPerCm2,
    quantity: show ?? start.quantity,
    day: day ?? null,
  };
}

export function addressOf(whatIf: WhatIf): WhatIfAddress {
  const start = startingWhatIf;
  const [a, b] = [scheduleText(whatIf.first), scheduleText(whatIf.second)];
  return {
    ...(a === scheduleText(start.first) ? {} : { a }),
    ...(b === scheduleText(start.second) ? {} : { b }),
    ...(whatIf.ageYears === start.ageYears ? {} : { age: whatIf.ageYears }),
    ...(whatIf.needleLengthMm === start.needleLengthMm ? {} : { mm: whatIf.needleLengthMm }),
    ...(whatIf.channelsPerCm2 === start.channelsPerCm2 ? {} : { density: whatIf.channelsPerCm2 }),
    ...(whatIf.quantity === "mass" ? {} : { show: whatIf.quantity }),
    ...(whatIf.day === null ? {} : { day: whatIf.day }),
  };
}

function scheduleText({ sessions, spacingDays, maintenance, maintenanceEveryDays }: Schedule): string {
  return [sessions, spacingDays, maintenance, maintenanceEveryDays].join("-");
}

function readSchedule(text: unknown): Schedule | null {
  if (typeof text !== "string" || !/^\d{1,3}(-\d{1,3}){3}$/.test(text)) return null;
  const [sessions = 0, spacingDays = 0, maintenance = 0, maintenanceEveryDays = 0] = text.split("-").map(Number);
  const schedule = { sessions, spacingDays, maintenance, maintenanceEveryDays };
  const fields = Object.keys(scheduleLimits) as (keyof Schedule)[];
  return fields.every((field) => isWithin(schedule[field], scheduleLimits[field])) ? schedule : null;
}

function isNumberWithin(value: unknown, limit: Parameters<typeof isWithin>[1]): value is number {
  return typeof value === "number" && isWithin(value, limit);
}

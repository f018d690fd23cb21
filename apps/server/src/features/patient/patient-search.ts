import { type CalendarDate, parseCalendarDate } from "@fibril/kernel";
import { searchForm } from "../../platform/search-form.ts";

/** What the one search box means: a birth date, a telephone number, a patient number, or the beginning of names. */
export type PatientSearch =
  | { readonly by: "everybody" }
  | { readonly by: "birth-date"; readonly birthDate: CalendarDate }
  | { readonly by: "phone"; readonly digits: string }
  | { readonly by: "number"; readonly number: number }
  | { readonly by: "names"; readonly words: readonly string[] };

/**
 * Days are read the British way, day first. Four digits or fewer are a patient number, more a telephone number, as is
 * whatever begins with a 0 or a plus: no patient number does.
 */
export function readPatientSearch(text: string): PatientSearch {
  const typed = text.trim();
  if (typed === "") return { by: "everybody" };
  const birthDate = parseCalendarDate(typed) ?? readBritishDay(typed);
  if (birthDate) return { by: "birth-date", birthDate };
  if (/^[+0-9 ().-]+$/.test(typed)) {
    const digits = typed.replace(/\D/g, "");
    const significant = digits.replace(/^0+/, "");
    if (significant !== "" && (digits.length > 4 || /^[+0]/.test(typed))) return { by: "phone", digits: significant };
    if (digits.length > 0) return { by: "number", number: Number(digits) };
  }
  return {
    by: "names",
    words: searchForm(typed)
      .split(/[\s,]+/)
      .filter(Boolean)
      .slice(0, 4),
  };
}

function readBritishDay(text: string): CalendarDate | null {
  const match = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  if (!match) return null;
  const [, day = "", month = "", year = ""] = match;
  return parseCalendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** Digits alone, without the leading zero or the plus, so that 07700 900123 and +44 7700 900123 share an ending. */
export function phoneDigits(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, "").replace(/^0+/, "") ?? "";
  return digits === "" ? null : digits;
}

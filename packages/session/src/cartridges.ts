import { type CalendarDate, ok, type Result, refuse } from "@fibril/kernel";
import { isExpired } from "./expiry.ts";
import type { Cartridge, SessionRecord } from "./session-record.ts";

/** A unit that some session of the clinic has used. */
export interface UsedUnit {
  readonly lot: string;
  readonly unit: string;
  readonly sessionId: string;
}

export interface CartridgeContext {
  readonly sessionId: string;
  /** The civil day at the clinic. */
  readonly today: CalendarDate;
  readonly usedUnits: readonly UsedUnit[];
}

export type CartridgeProblem =
  | { readonly code: "lot-or-unit-missing" }
  | { readonly code: "expired"; readonly expiresOn: CalendarDate }
  | { readonly code: "unit-used"; readonly sessionId: string }
  | { readonly code: "already-in-this-session" };

/**
 * Puts a cartridge into the record. Refuses one without lot or unit, one past the end of its last day (no override
 * exists), and a unit that any other session has used: one cartridge, one patient.
 */
export function addCartridge(
  record: SessionRecord,
  cartridge: Cartridge,
  context: CartridgeContext,
): Result<SessionRecord, CartridgeProblem> {
  const problem = cartridgeProblem(cartridge, context);
  if (problem !== null) return refuse(problem);
  if (record.cartridges.some((other) => isSameUnit(other, cartridge)))
    return refuse({ code: "already-in-this-session" });
  return ok({ ...record, cartridges: [...record.cartridges, cartridge] });
}

/** What stands against a cartridge on its own; null where nothing does. */
export function cartridgeProblem(
  cartridge: Cartridge,
  { sessionId, today, usedUnits }: CartridgeContext,
): CartridgeProblem | null {
  if (plain(cartridge.lot) === "" || plain(cartridge.unit) === "") return { code: "lot-or-unit-missing" };
  if (isExpired(cartridge.expiresOn, today)) return { code: "expired", expiresOn: cartridge.expiresOn };
  const earlier = usedUnits.find((used) => used.sessionId !== sessionId && isSameUnit(used, cartridge));
  return earlier === undefined ? null : { code: "unit-used", sessionId: earlier.sessionId };
}

/** Case and blanks come from the hand that typed them, so they make no other unit. */
function isSameUnit(
  left: { readonly lot: string; readonly unit: string },
  right: { readonly lot: string; readonly unit: string },
): boolean {
  return plain(left.lot) === plain(right.lot) && plain(left.unit) === plain(right.unit);
}

function plain(text: string): string {
  return text.replace(/\s+/g, "").toUpperCase();
}

import { type AnaestheticProduct, anaestheticLimits, anaestheticProducts } from "@fibril/protocol";
import type { Cream } from "@fibril/session";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { CountdownClock } from "../../ui/countdown-clock.tsx";
import { momentOf } from "./clock-minutes.ts";

interface Clock {
  readonly cream: Cream;
  /** Only what runs: what the times mean stands elsewhere. */
  readonly isShort?: boolean;
}

/** How long a cream may still stay on; nothing before it went on, and nothing once it is off. */
export function CreamClock({ cream, isShort = false }: Clock) {
  const { now, timeZone } = useClinicClock();
  const text = messages.session;
  const { onAt, offAt } = cream;
  if (onAt === null || offAt !== null) return null;
  const product: AnaestheticProduct = anaestheticProducts[cream.product];
  const minutes = product.maxMinutes ?? anaestheticLimits.maxMinutes;
  const longest = text.creamLongest(minutes, product.onsetMinutes);
  return (
    <CountdownClock
      label={isShort ? text.cream : longest}
      startedAt={momentOf(onAt, now(), timeZone)}
      minutes={minutes}
      now={now}
    />
  );
}

/** The creams that are on now: their clocks run in sight, wherever on the screen the hand is. */
export function RunningCreams({ creams }: { readonly creams: readonly Cream[] }) {
  return creams.map((cream, index) => <CreamClock key={index} cream={cream} isShort />);
}

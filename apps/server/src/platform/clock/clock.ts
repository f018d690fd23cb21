/** The one source of time; the demo's can be moved forward. */
export interface Clock {
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs ahead of another by whole seconds, which can be read and changed while it runs. */
export function shiftedClock(base: Clock, offsetSeconds: () => number): Clock {
  return { now: () => new Date(base.now().getTime() + offsetSeconds() * 1000) };
}

import type { CalendarDate } from "@fibril/kernel";
import type { FastifyInstance } from "fastify";
import { instantOf } from "../platform/clock/civil-time.ts";

/** Something that happens in the demo at a wall time; what it does may plan more. */
export interface Step {
  readonly day: CalendarDate;
  readonly minute: number;
  readonly run: (world: World) => Promise<void>;
}

export interface World {
  /** Asks the application itself, as a member of staff; throws where it says no, since the demo obeys every rule. */
  readonly call: <Answer = Record<string, unknown>>(
    who: string,
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
  ) => Promise<Answer>;
  readonly upload: (who: string, path: string, bytes: Buffer) => Promise<void>;
  readonly plan: (step: Step) => void;
}

interface SimulationParts {
  readonly http: FastifyInstance;
  /** Bearer tokens by name of who asks. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly timeZone: string;
  readonly setNow: (now: Date) => void;
  /** Steps after this instant are left for the visitor of the demo to live through. */
  readonly until: Date;
}

/** Lives the steps in order of time, through the application's own routes, until the demo's now. */
export async function simulate(steps: readonly Step[], parts: SimulationParts): Promise<void> {
  const queue = [...steps];
  let calls = 0;
  const send = async (who: string, method: string, path: string, payload?: unknown, type = "application/json") => {
    calls += 1;
    const token = parts.tokens.get(who);
    if (!token) throw new Error(`nobody called ${who} works in the demo`);
    const response = await parts.http.inject({
      method: method as "POST",
      url: path,
      headers: { authorization: `Bearer ${token}`, "idempotency-key": `demo-seed-${calls}`, "content-type": type },
      ...(payload === undefined ? {} : { payload: payload as Buffer }),
    });
    if (response.statusCode >= 300) {
      throw new Error(
        `the demo's ${who} was refused ${method} ${path}: ${response.statusCode} ${response.body.slice(0, 1500)}`,
      );
    }
    return response.json() as unknown;
  };
  const world: World = {
    call: async <Answer>(who: string, method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
      (await send(who, method, path, body === undefined && method !== "GET" ? {} : body)) as Answer,
    upload: async (who, path, bytes) => void (await send(who, "POST", path, bytes, "image/png")),
    plan: (step) => void queue.push(step),
  };
  for (;;) {
    const next = takeEarliest(queue);
    if (!next) return;
    const at = instantOf({ day: next.day, minute: next.minute, timeZone: parts.timeZone });
    if (at > parts.until) continue;
    parts.setNow(at);
    await next.run(world);
  }
}

function takeEarliest(queue: Step[]): Step | undefined {
  let earliest = 0;
  for (const [index, step] of queue.entries()) {
    const other = queue[earliest];
    if (other && (step.day < other.day || (step.day === other.day && step.minute < other.minute))) earliest = index;
  }
  return queue.splice(earliest, 1)[0];
}

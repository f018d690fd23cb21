import pg from "pg";

const mostPrepared = 200;
const preparedFrom = 4;

/** How often each text was asked, and the name under which it is prepared; the same for every connection. */
const asked = new Map<string, { times: number; name: string | null }>();
let prepared = 0;
let generation = 0;

function nameOf(text: string): string | null {
  const entry = asked.get(text) ?? { times: 0, name: null };
  if (entry.times === 0) {
    if (asked.size >= 5_000) return null;
    asked.set(text, entry);
  }
  entry.times += 1;
  if (entry.name === null && entry.times >= preparedFrom && prepared < mostPrepared) {
    prepared += 1;
    entry.name = `f${generation}_${prepared}`;
  }
  return entry.name;
}

/** After the shape of a table has changed, plans made before it are of no use: every text gets a new name. */
export function forgetPrepared(): void {
  asked.clear();
  prepared = 0;
  generation += 1;
}

/** A connection that prepares what is read again and again, so that PostgreSQL plans it once and not each time. */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super({
      ...(typeof config === "string" ? { connectionString: config } : config),
      pipeline: true,
    } as pg.ClientConfig);
  }
  // The pool and Kysely call it in these two ways only; every other goes through as it is.
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of the library end in any
  override query(config: any, values?: any, callback?: any): any {
    if (typeof config !== "string" || !Array.isArray(values) || values.length === 0)
      return super.query(config, values, callback);
    // Only reading: a general plan can't see that a parameter fits the condition of a partial index in ON CONFLICT.
    const name = config.startsWith("select ") ? nameOf(config) : null;
    return super.query(name === null ? { text: config, values } : { name, text: config, values }, callback);
  }
}

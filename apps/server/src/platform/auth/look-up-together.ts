/** One answer for all who ask the same at one moment. */
export type LookUpTogether<Value> = (key: string, look: () => Promise<Value>) => Promise<Value>;

/**
 * A page or a script asks many things at once with one sign-in: the sign-in is looked up once for them. Who asks while a
 * look is under way is given the next one, never that one: every answer was looked for after its question came, so that
 * what ended before a question is never taken to hold.
 */
export function createLookUpTogether<Value>(): LookUpTogether<Value> {
  const underWay = new Map<string, Promise<Value>>();
  const next = new Map<string, Promise<Value>>();

  return (key, look) => {
    const now = underWay.get(key);
    if (!now) return begin(key, look);
    const waiting = next.get(key) ?? after(now, key, look);
    next.set(key, waiting);
    return waiting;
  };

  async function after(now: Promise<Value>, key: string, look: () => Promise<Value>): Promise<Value> {
    // Whatever became of that look is told to those who asked before it began.
    await now.catch(() => undefined);
    next.delete(key);
    return begin(key, look);
  }

  function begin(key: string, look: () => Promise<Value>): Promise<Value> {
    const looking = look().finally(() => {
      if (underWay.get(key) === looking) underWay.delete(key);
    });
    underWay.set(key, looking);
    return looking;
  }
}

import { type Problem, problem } from "../../platform/http/problem.ts";
import type { Db } from "../../tables/index.ts";
import { countTriesOfEach, forgetOneTry, forgetTries } from "./store.ts";

/** Who tries what, for whom and from where. */
export interface Try {
  readonly act: "password" | "code" | "code-try" | "new-password";
  readonly email: string;
  readonly address: string;
}

/**
 * How many in a quarter of an hour. The limit on a pair stops one guesser. Guessers at many addresses who share one account
 * stop at the account's, which is higher so that a stranger can't easily lock somebody out; one guesser who goes through
 * many accounts stops at the address's, which is higher because a whole clinic may stand behind one address.
 */
const most = { ofPair: 10, forAccount: 60, fromAddress: 100 };

function keysOf({ act, email, address }: Try) {
  const account = email.toLowerCase();
  return {
    ofPair: `${act} ${account} ${address}`,
    forAccount: `${act} for ${account}`,
    fromAddress: `${act} from ${address}`,
  };
}

/** Counts the try; refuses it where there were too many. */
export async function refuseTooMany(db: Db, tried: Try, now: Date): Promise<Problem | null> {
  const keys = keysOf(tried);
  const tries = await countTriesOfEach(db, Object.values(keys), now);
  const limits = Object.keys(most) as (keyof typeof most)[];
  return limits.some((limit) => (tries.get(keys[limit]) ?? 0) > most[limit])
    ? problem("too-many", { detail: "Try again in a quarter of an hour." })
    : null;
}

/** A try that succeeded is no guess: it clears the account, and takes only itself back from the address. */
export async function forgetSuccess(db: Db, tried: Try): Promise<void> {
  const { ofPair, forAccount, fromAddress } = keysOf(tried);
  await forgetTries(db, ofPair);
  await forgetTries(db, forAccount);
  await forgetOneTry(db, fromAddress);
}

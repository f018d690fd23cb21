import { countTries, findAccount, forgetTries } from "../features/sign-in/store.ts";
import { isPassword } from "../platform/auth/secrets.ts";
import { invalid, type Problem, problem } from "../platform/http/problem.ts";
import type { ClinicAsked } from "../platform/http/route.ts";

const maxTries = 10;

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "caller" | "services" | "now">;

/** Null where the caller has typed their own password again. Tries count also where the rest of the request is undone. */
export async function refuseOtherPassword({ caller, services, now }: Asked, password: string): Promise<Problem | null> {
  const key = `own password ${caller.accountId}`;
  return services.database.atGateBeside(async (gate) => {
    if ((await countTries(gate, key, now)) > maxTries) return problem("too-many");
    const account = await findAccount(gate, caller.accountId);
    if (!(await isPassword(account.password_hash, password))) return invalid("password", "is not your password");
    await forgetTries(gate, key);
    return null;
  });
}

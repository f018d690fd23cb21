import { SignInView } from "@fibril/contract";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

export function useSignIn(onEnter: (signedIn: SignInView) => Promise<void>) {
  return useWrite({
    send: (body: Credentials, idempotencyKey) => api.post("/api/sign-in", { schema: SignInView, body, idempotencyKey }),
    onDone: onEnter,
  });
}

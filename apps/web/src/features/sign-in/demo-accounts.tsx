import type { InstallationView, SignInView } from "@fibril/contract";
import { Text, Title, UnstyledButton } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { useSignIn } from "./use-sign-in.ts";

interface Accounts {
  readonly accounts: InstallationView["demoAccounts"];
  readonly onEnter: (signedIn: SignInView) => Promise<void>;
}

/** One card a person; one click signs in as them. */
export function DemoAccounts({ accounts, onEnter }: Accounts) {
  const signIn = useSignIn(onEnter);
  return (
    <section className="fb-demo-accounts" aria-labelledby="demo-accounts">
      <Title order={2} id="demo-accounts">
        {messages.signIn.demoTitle}
      </Title>
      <Text c="dimmed" mb={16}>
        {messages.signIn.demoText}
      </Text>
      <ul>
        {accounts.map(({ role, name, email, password, description }) => (
          <li key={email}>
            <UnstyledButton
              className="fb-demo-account"
              disabled={signIn.isPending}
              aria-label={messages.signIn.demoEnterAs(name, messages.signIn.roles[role])}
              onClick={() => signIn.mutate({ email, password })}
            >
              <strong>{name}</strong>
              <span className="fb-demo-role">{messages.signIn.roles[role]}</span>
              <span className="fb-muted">{description}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <ProblemNote fault={signIn.error} />
    </section>
  );
}

import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";

const { account, signIn } = messages;

/** Who is signed in, as what and where. */
export function OwnFacts() {
  const { data } = useQuery(signInQuery);
  if (!data) return null;
  const facts = [
    [account.facts.email, data.account.email],
    [account.facts.role, signIn.roles[data.membership.role]],
    [account.facts.clinic, data.clinic.name],
  ] as const;
  return (
    <section className="fb-card" aria-labelledby="own-facts">
      <Title order={2} size="h4" id="own-facts" mb={12}>
        {data.account.name}
      </Title>
      <dl className="fb-own-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <Text c="dimmed" size="sm" mt={12}>
        {account.nameHint}
      </Text>
    </section>
  );
}

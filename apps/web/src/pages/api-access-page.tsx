import { Code, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../api/sign-in-query.ts";
import { ApiTokens } from "../features/api-token/api-tokens.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

const { apiAccess } = messages;

export function ApiAccessPage() {
  const { data } = useQuery(signInQuery);
  return (
    <>
      <PageHeader title={apiAccess.title} lead={apiAccess.lead} />
      {data?.membership.role === "owner" && <ApiTokens />}
      <Stack gap={24} maw={720} mt={32}>
        <section>
          <Title order={2}>{apiAccess.documentTitle}</Title>
          <Text>
            {apiAccess.documentText} <a href={apiAccess.documentLink}>{apiAccess.documentLink}</a>
          </Text>
        </section>
        <section>
          <Title order={2}>{apiAccess.tokenTitle}</Title>
          <Text>{apiAccess.tokenText}</Text>
          <Code block my={8} className="fb-command">
            {apiAccess.tokenCommand}
          </Code>
          <Text>{apiAccess.tokenUse}</Text>
          <Code block my={8} className="fb-command">
            {apiAccess.tokenHeader}
          </Code>
        </section>
        <section>
          <Title order={2}>{apiAccess.limitsTitle}</Title>
          <Text>{apiAccess.limitsText}</Text>
          <Text c="dimmed" mt={8}>
            {apiAccess.noPromise}
          </Text>
        </section>
      </Stack>
    </>
  );
}

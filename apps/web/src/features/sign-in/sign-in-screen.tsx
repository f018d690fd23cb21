import "./sign-in.css";
import type { SignInView } from "@fibril/contract";
import { Tabs, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { installationQuery, signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { CodeForm } from "./code-form.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { Fibrils } from "./fibrils.tsx";
import { PasswordForm } from "./password-form.tsx";

export function SignInScreen() {
  const installation = useQuery(installationQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { from } = useSearch({ from: "/sign-in" });
  const enter = async (signedIn: SignInView) => {
    notifications.hide("session-ended");
    queryClient.clear();
    queryClient.setQueryData(signInQuery.queryKey, signedIn);
    await navigate({ href: from ?? "/" });
  };
  const accounts = installation.data?.demoAccounts ?? [];
  return (
    <main className="fb-sign-in">
      <div className="fb-sign-in-card">
        <Text className="fb-sign-in-brand">{messages.shell.product}</Text>
        <Text c="dimmed" mb={24}>
          {messages.signIn.tagline}
        </Text>
        <Title order={1} size="h2" mb={12}>
          {messages.signIn.title}
        </Title>
        <Tabs defaultValue="staff" keepMounted={false}>
          <Tabs.List mb={20} aria-label={messages.signIn.whoAreYou}>
            <Tabs.Tab value="staff">{messages.signIn.staff}</Tabs.Tab>
            <Tabs.Tab value="patient">{messages.signIn.patient}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="staff">
            <PasswordForm onEnter={enter} />
          </Tabs.Panel>
          <Tabs.Panel value="patient">
            <CodeForm onEnter={enter} />
          </Tabs.Panel>
        </Tabs>
      </div>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} onEnter={enter} /> : <Fibrils />}
    </main>
  );
}

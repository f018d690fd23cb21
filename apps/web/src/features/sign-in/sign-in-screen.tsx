import "./sign-in.css";
import { Alert, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { installationQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { CodeForm } from "./code-form.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { Fibrils } from "./fibrils.tsx";
import { ForgottenPassword } from "./forgotten-password.tsx";
import { PasswordForm } from "./password-form.tsx";
import { useEnter } from "./use-enter.ts";

export function SignInScreen() {
  const installation = useQuery(installationQuery);
  const { from } = useSearch({ from: "/sign-in" });
  const enter = useEnter(from ?? "/");
  const [hasForgotten, setHasForgotten] = useState(false);
  const accounts = installation.data?.demoAccounts ?? [];
  return (
    <main className="fb-sign-in">
      <div className="fb-sign-in-card">
        <Text className="fb-sign-in-brand">{messages.shell.product}</Text>
        <Text c="dimmed" mb={24}>
          {messages.signIn.tagline}
        </Text>
        <PageTitle tab={messages.signIn.title} size="h2" mb={12}>
          {messages.signIn.title}
        </PageTitle>
        {installation.data?.needsFirstOwner && (
          <Alert color="var(--fb-adapt)" variant="outline" mb={16} title={messages.signIn.needsFirstOwner}>
            {messages.signIn.needsFirstOwnerText}
          </Alert>
        )}
        <Tabs defaultValue="staff" keepMounted={false}>
          <Tabs.List mb={20} aria-label={messages.signIn.whoAreYou}>
            <Tabs.Tab value="staff">{messages.signIn.staff}</Tabs.Tab>
            <Tabs.Tab value="patient">{messages.signIn.patient}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="staff">
            {hasForgotten ? (
              <ForgottenPassword onBack={() => setHasForgotten(false)} />
            ) : (
              <PasswordForm onEnter={enter} onForgotten={() => setHasForgotten(true)} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="patient">
            <CodeForm onEnter={enter} />
          </Tabs.Panel>
        </Tabs>
        {installation.data?.demo && (
          <Text mt={24}>
            <Link to="/mailbox">{messages.signIn.mailbox}</Link>
            {" · "}
            <Link to="/book">{messages.selfBooking.demoLink}</Link>
          </Text>
        )}
      </div>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} onEnter={enter} /> : <Fibrils />}
    </main>
  );
}

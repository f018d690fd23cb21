import { type MembershipView, SignInView } from "@fibril/contract";
import { Menu, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/api.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { useWrite } from "../api/use-write.ts";
import { useSignOut } from "../drafts/use-sign-out.ts";
import { messages } from "../messages/index.ts";
import { ConfirmInWords } from "../ui/confirm-in-words.tsx";

const { shell, signIn } = messages;

export function AccountMenu({ name, place }: { readonly name: string; readonly place: string }) {
  const [isEnding, setIsEnding] = useState(false);
  const { data: signedIn } = useQuery(signInQuery);
  const navigate = useNavigate();
  const sayFailed = (fault: Error) =>
    notifications.show({ title: signIn.accountProblem, message: fault.message, color: "var(--fb-stop)" });
  const signOut = useSignOut();
  const goOnAs = useWrite({
    send: (membershipId: string, idempotencyKey) =>
      api.post("/api/sign-in/membership", { schema: SignInView, body: { membershipId }, idempotencyKey }),
    // A fresh page: nothing of the other clinic stays in memory or in the header.
    onDone: () => location.assign("/"),
  });
  return (
    <>
      <Menu position="bottom-end" width={260} shadow="sm">
        <Menu.Target>
          <UnstyledButton className="fb-account" aria-label={shell.account(name)}>
            {initials(name)}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name}
            <br />
            {place}
          </Menu.Label>
          {signedIn?.membership.patientId === null && (
            <Menu.Item onClick={() => void navigate({ to: "/account" })}>{messages.account.title}</Menu.Item>
          )}
          <OtherMemberships
            others={signedIn?.others ?? []}
            onChoose={(id) => goOnAs.mutate(id, { onError: sayFailed })}
          />
          <Menu.Item onClick={() => signOut.mutate("/api/sign-out", { onError: sayFailed })}>{shell.signOut}</Menu.Item>
          <Menu.Item onClick={() => setIsEnding(true)}>{signIn.signOutEverywhere}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmInWords
        isOpen={isEnding}
        title={signIn.signOutEverywhereTitle}
        consequence={signIn.signOutEverywhereText}
        act={signIn.signOutEverywhere}
        isBusy={signOut.isPending}
        onConfirm={() => signOut.mutate("/api/sign-out/everywhere", { onError: sayFailed })}
        onClose={() => setIsEnding(false)}
      />
    </>
  );
}

interface Others {
  readonly others: readonly MembershipView[];
  readonly onChoose: (membershipId: string) => void;
}

/** The same account at another clinic, or here in another role. */
function OtherMemberships({ others, onChoose }: Others) {
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Label>{signIn.memberships}</Menu.Label>
      {others.map(({ id, role, clinicName }) => (
        <Menu.Item key={id} onClick={() => onChoose(id)}>
          {signIn.membership(signIn.roles[role], clinicName)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => !word.endsWith("."));
  return [words.at(0), words.at(-1)].map((word) => word?.at(0) ?? "").join("");
}

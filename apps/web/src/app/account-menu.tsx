import { type MembershipView, SignInView } from "@fibril/contract";
import { Popover, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/api.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { useWrite } from "../api/use-write.ts";
import { useSignOut } from "../drafts/use-sign-out.ts";
import { messages } from "../messages/index.ts";
import { ConfirmInWords } from "../ui/confirm-in-words.tsx";

const { shell, signIn } = messages;

export function AccountMenu({ name, place }: { readonly name: string; readonly place: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const { data: signedIn } = useQuery(signInQuery);
  const sayFailed = (fault: Error) =>
    notifications.show({ title: signIn.accountProblem, message: fault.message, color: "var(--fb-stop)" });
  const signOut = useSignOut();
  const goOnAs = useWrite({
    send: (membershipId: string, idempotencyKey) =>
      api.post("/api/sign-in/membership", { schema: SignInView, body: { membershipId }, idempotencyKey }),
    // A fresh page: nothing of the other clinic stays in memory or in the header.
    onDone: () => location.assign("/"),
  });
  const askToEnd = () => {
    setIsOpen(false);
    setIsEnding(true);
  };
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-end"
        width={260}
        shadow="sm"
        trapFocus
        returnFocus
        withRoles={false}
      >
        <Popover.Target>
          <UnstyledButton
            className="fb-account"
            aria-label={shell.account(name)}
            aria-expanded={isOpen}
            onClick={() => setIsOpen((before) => !before)}
          >
            {initials(name)}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={4}>
          <section className="fb-nav-list" aria-label={shell.account(name)}>
            <p className="fb-nav-label">
              {name}
              <br />
              {place}
            </p>
            {signedIn?.membership.patientId === null && (
              <Link to="/account" onClick={() => setIsOpen(false)}>
                {messages.account.title}
              </Link>
            )}
            <OtherMemberships
              others={signedIn?.others ?? []}
              onChoose={(id) => goOnAs.mutate(id, { onError: sayFailed })}
            />
            <UnstyledButton onClick={() => signOut.mutate("/api/sign-out", { onError: sayFailed })}>
              {shell.signOut}
            </UnstyledButton>
            <UnstyledButton onClick={askToEnd}>{signIn.signOutEverywhere}</UnstyledButton>
          </section>
        </Popover.Dropdown>
      </Popover>
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
    <section className="fb-nav-part" aria-label={signIn.memberships}>
      <p className="fb-nav-label" aria-hidden>
        {signIn.memberships}
      </p>
      {others.map(({ id, role, clinicName }) => (
        <UnstyledButton key={id} onClick={() => onChoose(id)}>
          {signIn.membership(signIn.roles[role], clinicName)}
        </UnstyledButton>
      ))}
    </section>
  );
}

const titles = /^(?:dr|prof|mr|mrs|ms|miss|mx)\.?$/i;

/** Of given and family name: neither a title before them nor a qualification after the comma is part of a name. */
function initials(name: string): string {
  const words = (name.split(",")[0] ?? name).split(/\s+/).filter((word) => word !== "" && !titles.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => word?.at(0) ?? "").join("");
}

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useSignOut } from "../../drafts/use-sign-out.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { signIn } = messages;

/** Ends every sign-in of the account, this one too. */
export function SignOutEverywhere() {
  const [isEnding, setIsEnding] = useState(false);
  const signOut = useSignOut();
  return (
    <Group>
      <Button variant="default" onClick={() => setIsEnding(true)}>
        {signIn.signOutEverywhere}
      </Button>
      <ProblemNote fault={signOut.error} />
      <ConfirmInWords
        isOpen={isEnding}
        title={signIn.signOutEverywhereTitle}
        consequence={signIn.signOutEverywhereText}
        act={signIn.signOutEverywhere}
        isBusy={signOut.isPending}
        onConfirm={() => signOut.mutate("/api/sign-out/everywhere", { onError: () => setIsEnding(false) })}
        onClose={() => setIsEnding(false)}
      />
    </Group>
  );
}

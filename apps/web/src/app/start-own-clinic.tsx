import { OwnClinicView } from "@fibril/contract";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/api.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { useWrite } from "../api/use-write.ts";
import { dropAllDrafts } from "../drafts/draft-store.ts";
import { messages } from "../messages/index.ts";
import { ConfirmInWords } from "../ui/confirm-in-words.tsx";

/** The owner's way out of the demo: its people and records go, its set-up stays. */
export function StartOwnClinic() {
  const { data: signedIn } = useQuery(signInQuery);
  const [isAsking, setIsAsking] = useState(false);
  const end = useWrite({
    send: (clinicName: string, idempotencyKey) =>
      api.post("/api/demo/own-clinic", { schema: OwnClinicView, body: { clinicName }, idempotencyKey }),
    onDone: ({ token }) => {
      dropAllDrafts(localStorage);
      // A fresh page: nothing of the demo stays in memory.
      location.assign(`/first-owner#${token}`);
    },
  });
  if (signedIn?.membership.role !== "owner") return null;
  const text = messages.shell.ownClinic;
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setIsAsking(true)}>
        {text.act}
      </Button>
      <ConfirmInWords
        isOpen={isAsking}
        title={text.title}
        consequence={text.consequence}
        word={signedIn.clinic.name}
        act={text.confirm}
        isDanger
        isBusy={end.isPending}
        onConfirm={() => end.mutate(signedIn.clinic.name)}
        onClose={() => setIsAsking(false)}
      />
      {end.isError && <span role="alert">{text.failed}</span>}
    </>
  );
}

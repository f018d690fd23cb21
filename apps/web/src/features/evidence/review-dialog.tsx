import { EvidenceView, type StatementView } from "@fibril/contract";
import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { evidenceQuery } from "./queries.ts";

const text = messages.evidence;

interface Review {
  readonly statements: readonly StatementView[];
  readonly signer: { readonly name: string; readonly registration: string | null };
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSigned: () => void;
}

/** One signature below all that was chosen; it needs the signer's own password. */
export function ReviewDialog(review: Review) {
  const { statements, isOpen, onClose } = review;
  return (
    <Dialog isOpen={isOpen} title={text.reviewTitle(statements.length)} onClose={onClose}>
      <ReviewForm {...review} />
    </Dialog>
  );
}

function ReviewForm({ statements, signer, onClose, onSigned }: Review) {
  const [password, setPassword] = useState("");
  const queryClient = useQueryClient();
  const sign = useWrite({
    send: (body: object, idempotencyKey) =>
      api.post("/api/evidence/reviews", { schema: EvidenceView, body, idempotencyKey }),
    onDone: (view) => {
      queryClient.setQueryData(evidenceQuery.queryKey, view);
      notifications.show({ message: text.signed });
      onSigned();
    },
  });
  const isStale = sign.error instanceof ApiProblem && sign.error.code === "stale-version";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = statements.map(({ part, id, says }) => ({ part, id, says }));
    sign.mutate(
      { statements: read, password },
      { onError: () => void queryClient.invalidateQueries({ queryKey: evidenceQuery.queryKey }) },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text>{text.reviewText(signer.name, signer.registration ?? "")}</Text>
        <PasswordInput
          label={text.password}
          autoComplete="current-password"
          data-autofocus
          value={password}
          error={fieldIssue(sign.error, "password")}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
        {isStale ? (
          <p className="fb-notice" role="alert">
            {text.stale}
          </p>
        ) : (
          <ProblemNote fault={sign.error} shownPaths={["password"]} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" h={44} onClick={onClose}>
            {messages.ui.cancel}
          </Button>
          <Button type="submit" h={44} disabled={password === ""} loading={sign.isPending}>
            {text.sign}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { RuleSetView } from "@fibril/contract";
import { Button, Group, PasswordInput, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { noPrescriber, PrescriberFields } from "./prescriber-fields.tsx";
import type { Proposed } from "./queries.ts";

const text = messages.ruleSet;

interface Sign {
  readonly proposed: Proposed;
  readonly setVersionShown: string;
  readonly signer: RuleSetView["signer"];
  readonly onClose: () => void;
  readonly onStale: () => void;
}

export function SignChange({ proposed, setVersionShown, signer, onClose, onStale }: Sign) {
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const [prescriber, setPrescriber] = useState(noPrescriber);
  const isForOne = proposed.patientId !== null;
  const queryClient = useQueryClient();
  const sign = useWrite({
    send: (body: object, idempotencyKey) =>
      api.post("/api/rule-set/changes", { schema: RuleSetView, body, idempotencyKey }),
    onDone: async () => {
      notifications.show({ message: text.signed });
      onClose();
      await Promise.all(
        [["rule-set"], ["evidence"], ["tasks"], ["patient"]].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  const isStale = sign.error instanceof ApiProblem && sign.error.code === "stale-version";
  const isReady =
    reason.trim().length >= 3 &&
    password !== "" &&
    (!isForOne || Object.values(prescriber).every((typed) => typed.trim() !== ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...proposed, reason, prescriber: isForOne ? prescriber : null, setVersionShown, password };
    sign.mutate(body, { onError: onStale });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        {isForOne && <PrescriberFields value={prescriber} fault={sign.error} onChange={setPrescriber} />}
        <Textarea
          label={text.reason}
          autosize
          minRows={2}
          value={reason}
          error={fieldIssue(sign.error, "reason")}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Text>{text.signText(signer.name, signer.registration ?? "")}</Text>
        <PasswordInput
          label={text.password}
          autoComplete="current-password"
          value={password}
          error={fieldIssue(sign.error, "password")}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
        {isStale ? (
          <p className="fb-notice" role="alert">
            {text.stale}
          </p>
        ) : (
          <ProblemNote fault={sign.error} shownPaths={["reason", "password"]} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" h={44} onClick={onClose}>
            {messages.ui.cancel}
          </Button>
          <Button type="submit" h={44} disabled={!isReady} loading={sign.isPending}>
            {text.sign}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

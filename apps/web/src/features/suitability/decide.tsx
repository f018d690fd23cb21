import { DecisionView, type OutcomeView, type SignDecisionBody } from "@fibril/contract";
import { Alert, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { OverrideDialog, type OverrideWords } from "./override-dialog.tsx";

const text = messages.suitability;

interface Decide {
  readonly patientId: string;
  readonly outcome: OutcomeView;
  readonly consultationVersion: number;
  readonly signerName: string;
  /** Whether the verdict as it stands was signed already: then signing is no longer the next step. */
  readonly isSigned: boolean;
}

/** The practitioner agrees with the verdict or overrides it with a reason; either is signed for good. */
export function Decide({ patientId, outcome, consultationVersion, signerName, isSigned }: Decide) {
  const [asked, setAsked] = useState<"agree" | "override" | null>(null);
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["patient", patientId] });
  const sign = useWrite({
    send: (body: SignDecisionBody, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/suitability/decisions`, { schema: DecisionView, body, idempotencyKey }),
    onDone: async () => {
      setAsked(null);
      notifications.show({ message: text.signed });
      await refresh();
    },
  });
  const send = (decision: "agree" | "override", words: OverrideWords) => {
    const body = { consultationVersion, verdictShown: outcome.verdict, decision, ...words };
    sign.mutate(body as SignDecisionBody, { onError: meet });
  };
  const meet = (fault: Error) => {
    if (fault instanceof ApiProblem && fault.code === "stale-version") {
      setAsked(null);
      void refresh();
    }
  };
  const verdict = messages.ui.verdicts[outcome.verdict];
  const isStale = sign.error instanceof ApiProblem && sign.error.code === "stale-version";
  return (
    <>
      {isStale && <Alert color="var(--fb-stop)" variant="outline" role="alert" title={text.stale} />}
      {!isStale && asked === null && <ProblemNote fault={sign.error} />}
      <Group gap={8}>
        <Button h={44} variant={isSigned ? "default" : "filled"} onClick={() => setAsked("agree")}>
          {isSigned ? text.agreeAgain : text.agree}
        </Button>
        <Button variant="default" h={44} onClick={() => setAsked("override")}>
          {text.override}
        </Button>
      </Group>
      <ConfirmInWords
        isOpen={asked === "agree"}
        title={text.agreeTitle}
        consequence={text.agreeText(verdict, signerName)}
        act={text.agree}
        isBusy={sign.isPending}
        onConfirm={() => send("agree", { reason: "", outsideOpinion: null })}
        onClose={() => setAsked(null)}
      />
      <OverrideDialog
        isOpen={asked === "override"}
        patientId={patientId}
        outcome={outcome}
        fault={sign.error}
        isBusy={sign.isPending}
        onSign={(words) => send("override", words)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}

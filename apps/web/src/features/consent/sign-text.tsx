import { photographPurposes } from "@fibril/consent";
import { type ConsentTextView, ConsentView, type PatientRecordView, type Signature } from "@fibril/contract";
import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { SignaturePad } from "../../ui/signature-pad.tsx";
import { GuardianChoice } from "./guardian-choice.tsx";
import { bodyOf, emptySigning, gapsOf, type SigningGap, signerOf } from "./signing-draft.ts";
import { TextFields } from "./text-fields.tsx";
import { TextReader } from "./text-reader.tsx";

const words = messages.consent;
const gapWords: Readonly<Record<SigningGap, string>> = {
  answers: words.needsAnswers,
  guardian: words.needsGuardian,
  name: words.needsName,
  signature: words.needsSignature,
};

interface SignText {
  readonly text: ConsentTextView;
  readonly person: Pick<PatientRecordView, "patient" | "guardians">;
  readonly onDone: () => void;
}

/** Reads one text on the screen, answers what it asks, and signs it. */
export function SignText({ text, person: { patient, guardians }, onDone }: SignText) {
  const name = `${patient.givenName} ${patient.familyName}`;
  const signer = signerOf(text.kind, patient.isMinor);
  const draft = useDraft(`consent.${patient.id}.${text.sha256}`, {
    ...emptySigning,
    signerName: signer === "patient" ? name : "",
  });
  const [signature, setSignature] = useState<Signature | null>(null);
  const { now } = useClinicClock();
  const queryClient = useQueryClient();
  const sign = useWrite({
    send: (body: ReturnType<typeof bodyOf>, idempotencyKey) =>
      api.post(`/api/patients/${patient.id}/consents`, { schema: ConsentView, body, idempotencyKey }),
    onDone: async () => {
      draft.clear();
      notifications.show({ message: words.signed });
      onDone();
      await queryClient.invalidateQueries({ queryKey: ["patient", patient.id] });
    },
  });
  const signing = { text, draft: draft.value, signer, guardians, signature };
  const gaps = gapsOf(signing);
  const send = () => {
    if (signature === null) return;
    sign.mutate(bodyOf(signing, signature, new Date(now()).toISOString()), {
      onError: (fault) => {
        if (fault instanceof ApiProblem && fault.code === "stale-version") {
          void queryClient.invalidateQueries({ queryKey: ["patient", patient.id, "consents"] });
        }
      },
    });
  };
  return (
    <Stack gap={16} className="fb-card">
      <TextReader text={text} />
      <TextFields
        text={text}
        answers={draft.value.answers}
        fault={sign.error}
        onChange={(key, given) =>
          draft.change((before) => ({ ...before, answers: { ...before.answers, [key]: given } }))
        }
      />
      {text.kind === "photographs" && (
        <Checkbox.Group
          label={words.purposesLegend}
          description={words.purposesHint}
          value={[...draft.value.purposes]}
          onChange={(chosen) =>
            draft.change((before) => ({
              ...before,
              purposes: photographPurposes.filter((purpose) => chosen.includes(purpose)),
            }))
          }
        >
          <Stack gap={12} mt={8}>
            {photographPurposes.map((purpose) => (
              <Checkbox key={purpose} value={purpose} label={words.purposes[purpose]} size="md" />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {signer === "guardian" && (
        <GuardianChoice
          guardians={guardians}
          chosen={draft.value.guardianId}
          fault={sign.error}
          onChoose={({ id, name: signerName }) => draft.change((before) => ({ ...before, guardianId: id, signerName }))}
        />
      )}
      <TextInput
        label={words.signerName}
        maw={420}
        value={draft.value.signerName}
        error={fieldIssue(sign.error, "signerName")}
        onChange={({ currentTarget: { value } }) => draft.change((before) => ({ ...before, signerName: value }))}
      />
      <SignaturePad
        label={signer === "guardian" ? words.signerGuardian : words.signerPatient}
        value={signature}
        onChange={setSignature}
      />
      <ProblemNote fault={sign.error} shownPaths={text.fields.map(({ key }) => `answers.${key}`)} />
      {gaps.length > 0 && (
        <Text c="dimmed" role="status">{`${words.stillNeeded} ${gaps.map((gap) => gapWords[gap]).join(", ")}.`}</Text>
      )}
      <Group gap={8}>
        <Button h={48} disabled={gaps.length > 0} loading={sign.isPending} onClick={send}>
          {words.sign}
        </Button>
        <Button variant="subtle" h={48} onClick={onDone}>
          {words.close}
        </Button>
      </Group>
    </Stack>
  );
}

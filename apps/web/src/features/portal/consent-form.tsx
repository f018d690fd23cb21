import { type PhotographPurpose, photographPurposes } from "@fibril/consent";
import { type ConsentTextView, ConsentView, type GuardianView } from "@fibril/contract";
import { Alert, Button, Checkbox, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { type Signature, SignaturePad } from "../../ui/signature-pad.tsx";
import { ChoiceCards } from "./choice-cards.tsx";

interface Form {
  readonly text: ConsentTextView;
  readonly signer: "patient" | "guardian";
  readonly handOver: boolean;
  readonly guardians: readonly GuardianView[];
  readonly name: string;
}

interface Typed {
  readonly answers: Readonly<Record<string, string>>;
  readonly purposes: readonly PhotographPurpose[];
  readonly guardianId: string;
  readonly signerName: string;
}

export function ConsentForm({ text, signer, handOver, guardians, name }: Form) {
  const words = messages.portal.consent;
  const draft = useDraft<Typed>(`my.consent.${text.id}`, {
    answers: {},
    purposes: [],
    guardianId: guardians.length === 1 ? (guardians[0]?.id ?? "") : "",
    signerName: name,
  });
  const { value: typed, change } = draft;
  const [signature, setSignature] = useState<Signature | null>(null);
  const [isUnsigned, setIsUnsigned] = useState(false);
  const { now } = useClinicClock();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const write = useWrite({
    send: (body: Readonly<Record<string, unknown>>, idempotencyKey) =>
      api.post("/api/my/consents", { body, schema: ConsentView, idempotencyKey }),
    onDone: async () => {
      draft.clear();
      await queryClient.invalidateQueries({ queryKey: ["my"] });
      await navigate({ to: "/my" });
    },
  });
  const isStale = write.error instanceof ApiProblem && write.error.code === "stale-version";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsUnsigned(signature === null);
    if (signature === null) return;
    write.mutate(
      {
        textId: text.id,
        textSha256: text.sha256,
        answers: typed.answers,
        purposes: text.kind === "photographs" ? typed.purposes : [],
        signer,
        guardianId: signer === "guardian" ? typed.guardianId || null : null,
        signerName: typed.signerName,
        signature,
        deviceTime: new Date(now()).toISOString(),
      },
      { onError: (fault) => void reloadWhenStale(fault) },
    );
  };
  const reloadWhenStale = async (fault: Error) => {
    if (fault instanceof ApiProblem && fault.code === "stale-version")
      await queryClient.invalidateQueries({ queryKey: ["my", "consents"] });
  };
  const shownPaths = [...text.fields.map(({ key }) => `answers.${key}`), "guardianId", "signerName"];
  return (
    <form onSubmit={submit} className="fb-card" noValidate>
      <Stack gap={20}>
        <Title order={2}>{words.questions}</Title>
        {handOver && <Text fw={550}>{words.childSigns}</Text>}
        {text.fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={typed.answers[field.key] ?? ""}
            error={fieldIssue(write.error, `answers.${field.key}`)}
            onChange={(answer) =>
              change((before) => ({ ...before, answers: { ...before.answers, [field.key]: answer } }))
            }
          />
        ))}
        {text.kind === "photographs" && (
          <Purposes chosen={typed.purposes} onChange={(purposes) => change((before) => ({ ...before, purposes }))} />
        )}
        {signer === "guardian" && (
          <NativeSelect
            label={words.guardian}
            error={fieldIssue(write.error, "guardianId")}
            data={[
              { value: "", label: messages.portal.forms.noChoice },
              ...guardians.map(({ id, name: guardian, relationship }) => ({
                value: id,
                label: messages.portal.record.guardian(guardian, relationship),
              })),
            ]}
            value={typed.guardianId}
            onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, guardianId: value }))}
          />
        )}
        <TextInput
          label={words.name}
          autoComplete="name"
          error={fieldIssue(write.error, "signerName")}
          value={typed.signerName}
          onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, signerName: value }))}
        />
        <SignaturePad label={words.signature} value={signature} onChange={setSignature} />
        {isUnsigned && signature === null && (
          <Text role="alert" c="var(--fb-stop)">
            {words.needSignature}
          </Text>
        )}
        {isStale ? (
          <Alert role="alert" variant="outline" color="var(--fb-stop)" title={words.staleTitle}>
            {words.staleText}
          </Alert>
        ) : (
          <ProblemNote fault={write.error} shownPaths={shownPaths} />
        )}
        <Button type="submit" size="lg" loading={write.isPending}>
          {words.sign}
        </Button>
      </Stack>
    </form>
  );
}

interface OneField {
  readonly field: ConsentTextView["fields"][number];
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (answer: string) => void;
}

function Field({ field, value, error, onChange }: OneField) {
  const words = messages.portal.consent;
  if (field.kind === "text") {
    return (
      <TextInput
        label={field.required ? field.label : words.optional(field.label)}
        error={error}
        maxLength={1000}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  return (
    <ChoiceCards
      label={field.label}
      error={error}
      value={value === "" ? null : value}
      options={[
        { value: "yes", label: words.answers.yes },
        { value: "no", label: words.answers.no },
      ]}
      onChange={onChange}
    />
  );
}

interface Uses {
  readonly chosen: readonly PhotographPurpose[];
  readonly onChange: (purposes: readonly PhotographPurpose[]) => void;
}

function Purposes({ chosen, onChange }: Uses) {
  const words = messages.portal.consent;
  return (
    <Checkbox.Group
      label={words.purposes}
      description={words.purposesHelp}
      value={[...chosen]}
      onChange={(ticked) => onChange(photographPurposes.filter((purpose) => ticked.includes(purpose)))}
      classNames={{ label: "fb-detail-ask", description: "fb-why" }}
    >
      <Stack gap={8} mt={8}>
        {photographPurposes.map((purpose) => (
          <Checkbox.Card key={purpose} value={purpose} className="fb-choice-card">
            <Checkbox.Indicator />
            <span>{words.purposeNames[purpose]}</span>
          </Checkbox.Card>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

import "./consent.css";
import type { ConsentStateView, ConsentsView, ConsentTextView, PatientRecordView } from "@fibril/contract";
import { Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { consentsQuery, signersQuery } from "./queries.ts";
import { SignText } from "./sign-text.tsx";
import { SignedList } from "./signed-list.tsx";

const words = messages.consent;

interface Panel {
  readonly patientId: string;
  readonly mayTake: boolean;
}

/** Where consent stands, the texts to read and sign, and everything that was signed. */
export function ConsentPanel({ patientId, mayTake }: Panel) {
  const consents = useQuery(consentsQuery(patientId));
  const person = useQuery(signersQuery(patientId));
  if (consents.status === "pending" || person.status === "pending") return <Loading what={words.loading} />;
  if (consents.status === "error" || person.status === "error") {
    const retry = () => void Promise.all([consents.refetch(), person.refetch()]);
    return <LoadFailed what={words.the} fault={consents.error ?? person.error} retry={retry} />;
  }
  const { state, texts } = consents.data;
  return (
    <Stack gap={32}>
      <Standing state={state} />
      {mayTake ? <Texts state={state} texts={texts} person={person.data} /> : <Text c="dimmed">{words.readOnly}</Text>}
      <SignedList patientId={patientId} consents={consents.data.consents} />
    </Stack>
  );
}

function Standing({ state }: { readonly state: ConsentStateView }) {
  const photographs = state.photographsAsked
    ? state.photographPurposes.map((purpose) => words.purposes[purpose]).join(", ") || words.photographsNone
    : words.photographsNotAsked;
  return (
    <Stack gap={12} component="section" aria-label={words.state}>
      <Text fw={550} c={state.permits ? "var(--fb-suitable)" : "var(--fb-stop)"}>
        {state.permits ? words.permits : words.permitsNot}
      </Text>
      <dl className="fb-consent-states">
        <div>
          <dt>{words.kinds.treatment}</dt>
          <dd>{words.standings[state.treatment]}</dd>
        </div>
        {state.assent !== null && (
          <div>
            <dt>{words.kinds.assent}</dt>
            <dd>{words.standings[state.assent]}</dd>
          </div>
        )}
        <div>
          <dt>{words.kinds.photographs}</dt>
          <dd>{photographs}</dd>
        </div>
      </dl>
    </Stack>
  );
}

interface TextsOf extends Pick<ConsentsView, "state" | "texts"> {
  readonly person: Pick<PatientRecordView, "patient" | "guardians">;
}

function Texts({ state, texts, person }: TextsOf) {
  const [openKind, setOpenKind] = useState<ConsentTextView["kind"] | null>(null);
  const asked = texts.filter(({ kind }) => kind !== "assent" || person.patient.isMinor);
  const next = asked.find(({ kind }) => !isSigned(kind, state));
  return (
    <Stack gap={16} align="stretch">
      {asked.map((text) => (
        <section key={text.id} aria-label={text.title}>
          {openKind === text.kind ? (
            <Stack gap={12}>
              <Title order={2} size="h3">
                {text.title}
              </Title>
              <SignText key={text.sha256} text={text} person={person} onDone={() => setOpenKind(null)} />
            </Stack>
          ) : (
            <Button
              variant={openKind === null && text === next ? "filled" : "default"}
              className="fb-consent-open"
              onClick={() => setOpenKind(text.kind)}
            >
              {isSigned(text.kind, state) ? words.again(text.title) : words.read(text.title)}
            </Button>
          )}
        </section>
      ))}
    </Stack>
  );
}

function isSigned(kind: ConsentTextView["kind"], state: ConsentStateView): boolean {
  switch (kind) {
    case "treatment":
      return state.treatment === "given";
    case "assent":
      return state.assent === "given";
    case "photographs":
      return state.photographsAsked;
    default:
      return kind satisfies never;
  }
}

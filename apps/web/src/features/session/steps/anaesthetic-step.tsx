import {
  type AnaestheticQuestion,
  anaestheticContraindications,
  anaestheticQuestions,
  answers as answerWords,
} from "@fibril/protocol";
import type { Cream, AnaestheticStep as Numbing } from "@fibril/session";
import { Button, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import { CreamForm } from "./cream-form.tsx";
import type { StepOf } from "./step-of.ts";

const newCream: Cream = {
  product: "lidocaine-4",
  lot: "",
  lidocainePercent: null,
  overTheCounter: false,
  grams: null,
  areaCm2: null,
  onAt: null,
  offAt: null,
  removedBeforeNeedling: null,
};
const mostCreams = 6;

interface Anaesthetic extends StepOf {
  /** The patient's weight and the way to write it down. */
  readonly weight: ReactNode;
}

export function AnaestheticStep({ record, change, missing, weight }: Anaesthetic) {
  const text = messages.session;
  const step = record.anaesthetic;
  const put = (anaesthetic: Numbing) => change({ do: "record-anaesthetic", anaesthetic });
  const choose = (used: "yes" | "no") => {
    const creams = step?.creams.length ? step.creams : [newCream];
    put({ answers: step?.answers ?? {}, used, creams: used === "yes" ? creams : (step?.creams ?? []) });
  };
  return (
    <StepCard step="anaesthetic" missing={missing}>
      <Choice
        legend={text.creamUsed}
        options={[
          { value: "no", label: text.no },
          { value: "yes", label: text.yes },
        ]}
        chosen={step ? [step.used] : []}
        onChoose={choose}
      />
      {step?.used === "yes" && (
        <>
          <Questions step={step} onAnswer={put} />
          {weight}
          {step.creams.map((cream, index) => (
            <CreamForm
              key={index}
              cream={cream}
              onChange={(next) => put({ ...step, creams: step.creams.map((old, at) => (at === index ? next : old)) })}
              onRemove={() => put({ ...step, creams: step.creams.filter((_, at) => at !== index) })}
            />
          ))}
          {step.creams.length < mostCreams && (
            <Button variant="default" h={44} onClick={() => put({ ...step, creams: [...step.creams, newCream] })}>
              {step.creams.length === 0 ? text.addCream : text.addAnotherCream}
            </Button>
          )}
        </>
      )}
    </StepCard>
  );
}

interface Asked {
  readonly step: Numbing;
  readonly onAnswer: (step: Numbing) => void;
}

/** Asked each time, before any cream: what is not asked stops the cream as "yes" does. */
function Questions({ step, onAnswer }: Asked) {
  const text = messages.session;
  const unasked = anaestheticQuestions.filter((question) => step.answers[question] === undefined);
  const allNo = Object.fromEntries(anaestheticQuestions.map((question) => [question, step.answers[question] ?? "no"]));
  return (
    <Stack gap={12} className="fb-session-questions">
      <Text fw={550}>{text.askBeforeCream}</Text>
      {anaestheticQuestions.map((question: AnaestheticQuestion) => (
        <Choice
          key={question}
          legend={anaestheticContraindications[question].ask}
          options={answerWords.map((answer) => ({ value: answer, label: text.answers[answer] }))}
          chosen={step.answers[question] ? [step.answers[question]] : []}
          onChoose={(answer) => onAnswer({ ...step, answers: { ...step.answers, [question]: answer } })}
        />
      ))}
      {unasked.length > 0 && (
        <Button variant="default" h={44} onClick={() => onAnswer({ ...step, answers: allNo })}>
          {text.restAnsweredNo(unasked.length)}
        </Button>
      )}
    </Stack>
  );
}

import {
  type AnaestheticQuestion,
  anaestheticContraindications,
  anaestheticProductIds,
  anaestheticProducts,
  anaestheticQuestions,
  answers as answerWords,
} from "@fibril/protocol";
import type { Cream, AnaestheticStep as Numbing } from "@fibril/session";
import { Button, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import { CreamForm } from "./cream-form.tsx";
import type { StepOf } from "./step-of.ts";

/** Everything but the product, which somebody names. */
const newCream: Omit<Cream, "product"> = {
  lot: "",
  lidocainePercent: null,
  overTheCounter: null,
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
  const choose = (used: "yes" | "no") => put({ answers: step?.answers ?? {}, used, creams: step?.creams ?? [] });
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
            <NameCream
              isFirst={step.creams.length === 0}
              onName={(product) => put({ ...step, creams: [...step.creams, { ...newCream, product }] })}
            />
          )}
        </>
      )}
    </StepCard>
  );
}

interface Naming {
  readonly isFirst: boolean;
  readonly onName: (product: Cream["product"]) => void;
}

/** No product stands there before somebody names it: what nobody said is not recorded. */
function NameCream({ isFirst, onName }: Naming) {
  const [isNaming, setIsNaming] = useState(false);
  const text = messages.session;
  if (!isFirst && !isNaming)
    return (
      <Button variant="default" h={44} onClick={() => setIsNaming(true)}>
        {text.addAnotherCream}
      </Button>
    );
  return (
    <Choice
      legend={text.whichCream}
      options={anaestheticProductIds.map((id) => ({ value: id, label: anaestheticProducts[id].label }))}
      chosen={[]}
      onChoose={(product) => {
        setIsNaming(false);
        onName(product);
      }}
    />
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

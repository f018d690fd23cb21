import { parseCalendarDate } from "@fibril/kernel";
import { topicalIds, topicals } from "@fibril/protocol";
import type { TopicalRecord } from "@fibril/session";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../../messages/index.ts";
import { DayField } from "../../../ui/day-field.tsx";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import type { StepOf } from "./step-of.ts";

const mostTopicals = 20;

const options = topicalIds.map((id) => ({
  value: id,
  label: `${topicals[id].label} (${messages.session.whileOpen[topicals[id].whileOpen]})`,
}));

export function TopicalsStep({ record, change, missing }: StepOf) {
  const text = messages.session;
  const [isAdding, setIsAdding] = useState(false);
  const listed = record.topicals ?? [];
  const put = (next: readonly TopicalRecord[] | null) => change({ do: "record-topicals", topicals: next });
  const add = (product: TopicalRecord["product"]) =>
    put([...listed, { product, name: "", lot: "", sterile: null, expiresOn: null }]);
  const isUsed = isAdding || listed.length > 0;
  const isAnswered = isUsed || record.topicals !== null;
  return (
    <StepCard step="topicals" missing={missing}>
      <Choice
        legend={text.topicalsUsed}
        options={[
          { value: "no", label: text.no },
          { value: "yes", label: text.yes },
        ]}
        chosen={isAnswered ? [isUsed ? "yes" : "no"] : []}
        onChoose={(answer) => {
          setIsAdding(answer === "yes");
          // Until a product is named, "yes" is no answer yet.
          put(answer === "no" ? [] : listed.length > 0 ? listed : null);
        }}
      />
      {listed.map((topical, index) => (
        <Topical
          key={index}
          topical={topical}
          onChange={(next) => put(listed.map((old, at) => (at === index ? next : old)))}
          onRemove={() => {
            setIsAdding(true);
            const left = listed.filter((_, at) => at !== index);
            put(left.length > 0 ? left : null);
          }}
        />
      ))}
      {isUsed && listed.length < mostTopicals && (
        <Select
          key={listed.length}
          label={text.addTopical}
          placeholder={text.addTopicalHint}
          data={options}
          value={null}
          onChange={(value) => add(topicalIds.find((id) => id === value) ?? "other")}
        />
      )}
    </StepCard>
  );
}

interface One {
  readonly topical: TopicalRecord;
  readonly onChange: (topical: TopicalRecord) => void;
  readonly onRemove: () => void;
}

function Topical({ topical, onChange, onRemove }: One) {
  const text = messages.session;
  const put = (values: Partial<TopicalRecord>) => onChange({ ...topical, ...values });
  return (
    <fieldset className="fb-cream">
      <legend>{topicals[topical.product].label}</legend>
      <Select
        label={text.product}
        data={options}
        value={topical.product}
        allowDeselect={false}
        description={topicals[topical.product].why}
        onChange={(value) => put({ product: topicalIds.find((id) => id === value) ?? "other" })}
      />
      <Group grow gap={12} align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={text.productName}
          value={topical.name}
          onChange={({ currentTarget }) => put({ name: currentTarget.value })}
        />
        <TextInput
          label={text.lot}
          value={topical.lot}
          onChange={({ currentTarget }) => put({ lot: currentTarget.value })}
        />
        <DayField
          label={text.expiresOn}
          value={topical.expiresOn ?? ""}
          onChange={({ currentTarget }) => put({ expiresOn: parseCalendarDate(currentTarget.value) })}
        />
      </Group>
      <Choice
        legend={text.sterile}
        options={[
          { value: "yes", label: text.yes },
          { value: "no", label: text.no },
        ]}
        chosen={topical.sterile === null ? [] : [topical.sterile ? "yes" : "no"]}
        onChoose={(answer) => put({ sterile: answer === "yes" })}
      />
      <Button variant="subtle" h={44} onClick={onRemove}>
        {text.remove}
      </Button>
    </fieldset>
  );
}

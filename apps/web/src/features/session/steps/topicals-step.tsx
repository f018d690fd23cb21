import { parseCalendarDate } from "@fibril/kernel";
import { topicalIds, topicals } from "@fibril/protocol";
import type { TopicalRecord } from "@fibril/session";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { DayField } from "../../../ui/day-field.tsx";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import type { StepOf } from "./step-of.ts";

const none: TopicalRecord = { product: "sterile-saline", name: "", lot: "", sterile: null, expiresOn: null };
const mostTopicals = 20;

const options = topicalIds.map((id) => ({
  value: id,
  label: `${topicals[id].label} (${messages.session.whileOpen[topicals[id].whileOpen]})`,
}));

export function TopicalsStep({ record, change, missing }: StepOf) {
  const text = messages.session;
  const put = (next: readonly TopicalRecord[]) => change({ do: "record-topicals", topicals: next });
  return (
    <StepCard step="topicals" missing={missing}>
      {record.topicals.length === 0 && <p className="fb-muted">{text.noTopicals}</p>}
      {record.topicals.map((topical, index) => (
        <Topical
          key={index}
          topical={topical}
          onChange={(next) => put(record.topicals.map((old, at) => (at === index ? next : old)))}
          onRemove={() => put(record.topicals.filter((_, at) => at !== index))}
        />
      ))}
      {record.topicals.length < mostTopicals && (
        <Button variant="default" h={44} onClick={() => put([...record.topicals, none])}>
          {text.addTopical}
        </Button>
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

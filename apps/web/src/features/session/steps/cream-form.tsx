import { formatMinuteOfDay, parseMinuteOfDay } from "@fibril/kernel";
import { type Answer, anaestheticProductIds, anaestheticProducts, answers as answerWords } from "@fibril/protocol";
import type { Cream } from "@fibril/session";
import { Button, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { useClinicClock } from "../../../api/clinic-clock.ts";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { minuteAt } from "../clock-minutes.ts";
import { CreamClock } from "../cream-clock.tsx";

interface Form {
  readonly cream: Cream;
  readonly onChange: (cream: Cream) => void;
  readonly onRemove: () => void;
}

const productOptions = anaestheticProductIds.map((id) => ({ value: id, label: anaestheticProducts[id].label }));

export function CreamForm({ cream, onChange, onRemove }: Form) {
  const text = messages.session;
  const put = (values: Partial<Cream>) => onChange({ ...cream, ...values });
  return (
    <fieldset className="fb-cream">
      <legend>{text.cream}</legend>
      <Select
        label={text.product}
        data={productOptions}
        value={cream.product}
        allowDeselect={false}
        onChange={(value) => put({ product: anaestheticProductIds.find((id) => id === value) ?? "other" })}
      />
      <TextInput label={text.lot} value={cream.lot} onChange={({ currentTarget: { value } }) => put({ lot: value })} />
      <Group grow gap={12} align="flex-start">
        <Amount label={text.grams} value={cream.grams} max={500} onChange={(grams) => put({ grams })} />
        <Amount label={text.areaCm2} value={cream.areaCm2} max={5000} onChange={(areaCm2) => put({ areaCm2 })} />
        {cream.product === "other" && (
          <Amount
            label={text.lidocainePercent}
            value={cream.lidocainePercent}
            max={100}
            onChange={(lidocainePercent) => put({ lidocainePercent })}
          />
        )}
      </Group>
      <Choice
        legend={text.overTheCounterAsked}
        options={answerWords.map((answer) => ({ value: answer, label: text.answers[answer] }))}
        chosen={answerIn(cream.overTheCounter)}
        onChoose={(answer) => put({ overTheCounter: answer === "unknown" ? answer : answer === "yes" })}
      />
      <CreamTimes cream={cream} put={put} />
      <Choice
        legend={text.creamRemoved}
        options={[
          { value: "yes", label: text.yes },
          { value: "no", label: text.notYet },
        ]}
        chosen={cream.removedBeforeNeedling === null ? [] : [cream.removedBeforeNeedling ? "yes" : "no"]}
        onChoose={(answer) => put({ removedBeforeNeedling: answer === "yes" })}
      />
      <Button variant="subtle" h={44} onClick={onRemove}>
        {text.removeCream}
      </Button>
    </fieldset>
  );
}

function answerIn(overTheCounter: Cream["overTheCounter"]): readonly Answer[] {
  if (overTheCounter === null) return [];
  if (overTheCounter === "unknown") return ["unknown"];
  return [overTheCounter ? "yes" : "no"];
}

interface Timed {
  readonly cream: Cream;
  readonly put: (values: Partial<Cream>) => void;
}

function CreamTimes({ cream, put }: Timed) {
  const { now, timeZone } = useClinicClock();
  const text = messages.session;
  const isRunning = cream.onAt !== null && cream.offAt === null;
  return (
    <>
      <Group gap={12} align="flex-end">
        <Time label={text.onAt} value={cream.onAt} onChange={(onAt) => put({ onAt })} />
        {cream.onAt === null && (
          <Button h={44} variant="default" onClick={() => put({ onAt: minuteAt(now(), timeZone) })}>
            {text.creamOnNow}
          </Button>
        )}
        <Time label={text.offAt} value={cream.offAt} onChange={(offAt) => put({ offAt })} />
        {isRunning && (
          <Button h={44} variant="default" onClick={() => put({ offAt: minuteAt(now(), timeZone) })}>
            {text.creamOffNow}
          </Button>
        )}
      </Group>
      <CreamClock cream={cream} />
    </>
  );
}

interface TimeField {
  readonly label: string;
  readonly value: Cream["onAt"];
  readonly onChange: (value: Cream["onAt"]) => void;
}

function Time({ label, value, onChange }: TimeField) {
  return (
    <TextInput
      type="time"
      label={label}
      value={value === null ? "" : formatMinuteOfDay(value)}
      onChange={({ currentTarget }) => onChange(parseMinuteOfDay(currentTarget.value))}
    />
  );
}

interface AmountField {
  readonly label: string;
  readonly value: number | null;
  readonly max: number;
  readonly onChange: (value: number | null) => void;
}

function Amount({ label, value, max, onChange }: AmountField) {
  return (
    <NumberInput
      label={label}
      value={value ?? ""}
      min={0}
      max={max}
      clampBehavior="strict"
      onChange={(next) => onChange(typeof next === "number" ? next : null)}
    />
  );
}

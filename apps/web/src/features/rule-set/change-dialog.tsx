import type { AdjustableRuleView, RuleSetView } from "@fibril/contract";
import { Button, Group, NumberInput, Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { AffectedPlans } from "./affected-plans.tsx";
import { type Proposed, previewQuery } from "./queries.ts";
import { SignChange } from "./sign-change.tsx";

const text = messages.ruleSet;

export interface Person {
  readonly id: string;
  readonly name: string;
}

interface Change {
  readonly rule: AdjustableRuleView | null;
  /** Null where the change is for everyone. */
  readonly person: Person | null;
  readonly signer: RuleSetView["signer"];
  readonly onClose: () => void;
}

export function ChangeDialog({ rule, person, signer, onClose }: Change) {
  return (
    <Dialog isOpen={rule !== null} title={text.changeTitle} onClose={onClose}>
      {rule?.range && (
        <ChangeForm key={rule.rule} {...{ person, signer, onClose }} rule={{ ...rule, range: rule.range }} />
      )}
    </Dialog>
  );
}

interface Form extends Omit<Change, "rule"> {
  readonly rule: AdjustableRuleView & { readonly range: NonNullable<AdjustableRuleView["range"]> };
}

/** First who is affected, then the signature: nothing is signed unseen. */
function ChangeForm({ rule, person, signer, onClose }: Form) {
  const { says, setting, milder } = rule;
  const [count, setCount] = useState<number | null>(setting.count);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const preview = useQuery(previewQuery(proposed));
  const isShown = proposed !== null && proposed.count === count && preview.data !== undefined;
  const show = () => count !== null && setProposed({ rule: rule.rule, count, patientId: person?.id ?? null });
  return (
    <Stack gap={16}>
      <Text>{says}</Text>
      {person && <Text c="dimmed">{text.forPersonText}</Text>}
      <Group gap={12} align="flex-end">
        {milder === null ? (
          <WaitField rule={rule} count={count} fault={preview.error} onChange={setCount} />
        ) : (
          <PositionField milder={milder} count={count} onChange={setCount} />
        )}
        <Button
          variant={isShown ? "default" : "filled"}
          h={44}
          disabled={count === null || count === setting.count}
          loading={preview.isFetching}
          onClick={show}
        >
          {text.show}
        </Button>
      </Group>
      <ProblemNote fault={preview.error} shownPaths={["count"]} />
      {isShown && proposed && (
        <>
          <AffectedPlans preview={preview.data} />
          <SignChange
            proposed={proposed}
            setVersionShown={preview.data.setVersion}
            signer={signer}
            onClose={onClose}
            onStale={() => void preview.refetch()}
          />
        </>
      )}
    </Stack>
  );
}

interface Field {
  readonly count: number | null;
  readonly onChange: (count: number | null) => void;
}

function WaitField({ rule, count, fault, onChange }: Field & Pick<Form, "rule"> & { readonly fault: Error | null }) {
  const { setting, range } = rule;
  return (
    <NumberInput
      label={text.newWait(setting.unit)}
      description={text.allowed(range.min, range.max)}
      min={range.min}
      max={range.max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      value={count ?? ""}
      error={fieldIssue(fault, "count")}
      data-autofocus
      onChange={(value) => onChange(typeof value === "number" ? value : null)}
    />
  );
}

function PositionField({ milder, count, onChange }: Field & { readonly milder: string }) {
  return (
    <Radio.Group label={text.position} value={String(count)} onChange={(value) => onChange(Number(value))}>
      <Stack gap={12} mt={8}>
        <Radio value="0" label={text.setting(0, "position")} data-autofocus />
        <Radio value="1" label={text.setting(1, "position")} description={milder} />
      </Stack>
    </Radio.Group>
  );
}

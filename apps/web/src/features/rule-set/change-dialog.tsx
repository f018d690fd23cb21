import type { AdjustableRuleView, RuleSetView } from "@fibril/contract";
import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
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
    <Dialog isOpen={rule !== null} title={rule ? text.changeOf(rule.rule) : ""} onClose={onClose}>
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
  const { says, wait, range } = rule;
  const [count, setCount] = useState<number | null>(wait.count);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const preview = useQuery(previewQuery(proposed));
  const isShown = proposed !== null && proposed.count === count && preview.data !== undefined;
  const show = () => count !== null && setProposed({ rule: rule.rule, count, patientId: person?.id ?? null });
  return (
    <Stack gap={16}>
      <Text>{says}</Text>
      {person && <Text c="dimmed">{text.forPersonText}</Text>}
      <Group gap={12} align="flex-end">
        <NumberInput
          label={text.newWait(wait.unit)}
          description={text.allowed(range.min, range.max)}
          min={range.min}
          max={range.max}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          value={count ?? ""}
          error={fieldIssue(preview.error, "count")}
          data-autofocus
          onChange={(value) => setCount(typeof value === "number" ? value : null)}
        />
        <Button
          variant={isShown ? "default" : "filled"}
          h={44}
          disabled={count === null || count === wait.count}
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

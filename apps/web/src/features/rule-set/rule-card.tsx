import type { AdjustableRuleView } from "@fibril/contract";
import { Button, Group, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { RangeScale } from "./range-scale.tsx";

const text = messages.ruleSet;

interface Card {
  readonly rule: AdjustableRuleView;
  /** Null where the caller may not change this rule here. */
  readonly onChange: (() => void) | null;
  readonly note: string | null;
}

export function RuleCard({ rule, onChange, note }: Card) {
  const { says, setting, foundingCount, range, milder, found } = rule;
  const isChanged = setting.count !== foundingCount;
  return (
    <li className="fb-card fb-rule">
      <Group justify="space-between" align="flex-start" gap={12} wrap="nowrap">
        <div>
          <Title order={3} size="h4">
            {text.setting(setting.count, setting.unit)}
            {isChanged && (
              <span className="fb-muted"> {text.changedFrom(text.setting(foundingCount, setting.unit))}</span>
            )}
          </Title>
          <Text>{says}</Text>
          <code>{rule.rule}</code>
        </div>
        {onChange && (
          <Button variant="default" h={44} flex="none" aria-label={text.changeOf(says)} onClick={onChange}>
            {text.change}
          </Button>
        )}
      </Group>
      {range && !milder && <RangeScale rule={{ ...rule, range }} />}
      {milder && <Text>{text.milder(milder)}</Text>}
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {found.length > 0 && (
        <details>
          <summary>{text.found}</summary>
          <ul>
            {found.map((position) => (
              <li key={position.says}>
                {position.says} <span className="fb-muted">{position.sources.join(", ")}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

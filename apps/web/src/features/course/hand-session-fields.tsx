import { Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import type { HandSession } from "./hand-days.ts";
import { ruleInWords, ruleKey, sessionInWords, type TriedSession } from "./tried-words.ts";

const { courseByHand } = messages;

interface Fields {
  readonly ordinal: number;
  readonly session: HandSession;
  /** What the last look said of this very day and hour; null while it is still looked up. */
  readonly tried: TriedSession | null;
  readonly permittedFrom: string;
  readonly gapDays: { readonly min: number; readonly max: number };
  readonly mayOverride: boolean;
  /** By the rule that is gone past. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly onChange: (session: HandSession) => void;
  readonly onReason: (key: string, reason: string) => void;
}

/** The day and hour of one session, what can be had then, and a reason for each rule that it goes past. */
export function HandSessionFields(fields: Fields) {
  const { ordinal, session, tried, permittedFrom, onChange } = fields;
  return (
    <Stack gap={8} className="fb-hand-session">
      <Group gap={8} align="flex-start" grow>
        <DayField
          label={courseByHand.day(ordinal)}
          required
          withAsterisk={false}
          value={session.day}
          onChange={(event) => onChange({ ...session, day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          step={300}
          label={courseByHand.time(ordinal)}
          required
          withAsterisk={false}
          value={session.start}
          onChange={(event) => onChange({ ...session, start: event.currentTarget.value })}
        />
      </Group>
      <Text className="fb-hand-answer" data-had={tried === null ? undefined : tried.place !== null} role="status">
        {tried === null ? courseByHand.looking : sessionInWords(tried, permittedFrom)}
      </Text>
      {tried?.broken.map((broken) => (
        <BrokenRule key={ruleKey(broken)} {...fields} tried={tried} broken={broken} />
      ))}
    </Stack>
  );
}

interface Broken extends Fields {
  readonly tried: TriedSession;
  readonly broken: TriedSession["broken"][number];
}

function BrokenRule({ ordinal, tried, broken, gapDays, mayOverride, reasons, onReason }: Broken) {
  const rule = ruleInWords(broken, { session: tried, ordinal, gapDays });
  if (!mayOverride) {
    return (
      <Text className="fb-hand-answer" data-had={false}>
        {courseByHand.barredBy(rule)}
      </Text>
    );
  }
  return (
    <Textarea
      required
      withAsterisk={false}
      autosize
      minRows={1}
      label={courseByHand.reasonFor(ordinal, rule)}
      value={reasons[ruleKey(broken)] ?? ""}
      onChange={(event) => onReason(ruleKey(broken), event.currentTarget.value)}
    />
  );
}

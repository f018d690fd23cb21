import { TaskView } from "@fibril/contract";
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { z } from "zod";
import { ApiProblem } from "../../api/api-problem.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";

const OpenFlags = z.object({ redFlags: z.array(TaskView) });

/** The red flags that a start was refused for; null where it was not, or for another cause. */
export function openFlagsOf(fault: Error | null): readonly TaskView[] | null {
  if (!(fault instanceof ApiProblem)) return null;
  return OpenFlags.safeParse(fault.current).data?.redFlags ?? null;
}

export interface Review {
  readonly lookedAtBy: string;
  readonly decision: string;
}

interface Asked {
  readonly visitId: string;
  readonly flags: readonly TaskView[];
  readonly fault: Error | null;
  readonly isBusy: boolean;
  readonly onReview: (review: Review) => void;
}

/** Who looked at the red flag and what was decided, asked where the session would have gone on over it. */
export function RedFlagReview({ visitId, flags, fault, isBusy, onReview }: Asked) {
  const review = useDraft<Review>(`red-flag.${visitId}`, { lookedAtBy: "", decision: "" });
  const { timeZone } = useClinicClock();
  const text = messages.session;
  const { lookedAtBy, decision } = review.value;
  return (
    <Alert role="alert" color="var(--fb-stop)" variant="outline" title={text.redFlagTitle}>
      <Stack gap={12}>
        <ul>
          {flags.map(({ id, summary, raisedAt }) => (
            <li key={id}>{text.redFlagLine(summary, dayTime(raisedAt, timeZone))}</li>
          ))}
        </ul>
        <Text>{text.redFlagText}</Text>
        <TextInput
          label={text.lookedAtBy}
          value={lookedAtBy}
          error={fieldIssue(fault, "redFlag.lookedAtBy")}
          onChange={({ currentTarget: { value } }) => review.change({ lookedAtBy: value, decision })}
        />
        <Textarea
          label={text.decision}
          autosize
          minRows={2}
          value={decision}
          error={fieldIssue(fault, "redFlag.decision")}
          onChange={({ currentTarget: { value } }) => review.change({ lookedAtBy, decision: value })}
        />
        <Group justify="flex-end">
          <Button
            h={48}
            loading={isBusy}
            disabled={lookedAtBy.trim() === "" || decision.trim().length < 3}
            onClick={() => onReview({ lookedAtBy: lookedAtBy.trim(), decision: decision.trim() })}
          >
            {text.startAfterReview}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

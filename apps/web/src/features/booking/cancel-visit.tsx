import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";

type Canceller = "patient" | "clinic";

interface Cancel {
  readonly isBusy: boolean;
  readonly fault: Error | null;
  readonly onCancel: (by: Canceller, reason: string) => void;
  readonly onBack: () => void;
}

const { booking } = messages;

/** A cancelled visit gives its place back, so who and why are asked first. */
export function CancelVisit({ isBusy, fault, onCancel, onBack }: Cancel) {
  const [by, setBy] = useState<Canceller | null>(null);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (by) onCancel(by, reason);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Radio.Group
          label={booking.cancelWho}
          value={by}
          onChange={(value) => setBy(value === "clinic" ? "clinic" : "patient")}
          error={fieldIssue(fault, "cancelledBy")}
        >
          <Group mt={8}>
            <Radio value="patient" label={booking.cancelledBy.patient} />
            <Radio value="clinic" label={booking.cancelledBy.clinic} />
          </Group>
        </Radio.Group>
        <Textarea
          label={booking.why}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldIssue(fault, "reason")}
          autosize
          minRows={2}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {booking.goBack}
          </Button>
          <Button
            type="submit"
            color="var(--fb-stop)"
            loading={isBusy}
            disabled={by === null || reason.trim().length < 3}
          >
            {booking.cancelAct}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import type { BookingClinicView } from "@fibril/contract";
import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import type { BookingDraft } from "./booking-draft.ts";

const text = messages.selfBooking.contact;

interface ContactOf {
  readonly draft: BookingDraft;
  readonly codeBy: BookingClinicView["codeBy"];
  readonly fault: Error | null;
  readonly isBusy: boolean;
  readonly onType: (typed: Partial<BookingDraft>) => void;
  readonly onSend: () => void;
}

export function ContactStep({ draft, codeBy, fault, isBusy, onType, onSend }: ContactOf) {
  const by = codeBy.includes(draft.by) ? draft.by : "email";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={20}>
        <Text>{text.help}</Text>
        {codeBy.length > 1 && (
          <Radio.Group
            label={text.by}
            value={by}
            onChange={(value) => onType({ by: value === "phone" ? "phone" : "email" })}
          >
            <Group mt={8} gap={20}>
              {codeBy.map((way) => (
                <Radio key={way} value={way} label={text[way]} />
              ))}
            </Group>
          </Radio.Group>
        )}
        {by === "email" ? (
          <TextInput
            key="email"
            label={text.emailLabel}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            value={draft.email}
            error={fieldIssue(fault, "contact.email")}
            onChange={(event) => onType({ email: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            key="phone"
            label={text.phoneLabel}
            type="tel"
            autoComplete="tel"
            required
            withAsterisk={false}
            value={draft.phone}
            error={fieldIssue(fault, "contact.phone")}
            onChange={(event) => onType({ phone: event.currentTarget.value })}
          />
        )}
        <ProblemNote fault={fault} shownPaths={["contact.email", "contact.phone"]} />
        <Button type="submit" size="lg" loading={isBusy}>
          {text.act}
        </Button>
      </Stack>
    </form>
  );
}

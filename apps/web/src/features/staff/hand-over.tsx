import { Button, CopyButton, Stack, Text, TextInput } from "@mantine/core";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";

const { staff } = messages;

interface Handed {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** Without a mail server the owner gives the link to the colleague themselves. */
export function HandOver({ name, link, expiresAt }: Handed) {
  const { timeZone } = useClinicClock();
  return (
    <Stack gap={16}>
      <Text role="status">{staff.handOver(name, dayTime(expiresAt, timeZone))}</Text>
      <TextInput label={staff.handOverLink} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={link}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? staff.copied : staff.copy}</Button>}
      </CopyButton>
    </Stack>
  );
}

import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { AddToWaitlist, type WaitsFor } from "./add-to-waitlist.tsx";
import { patientsQuery } from "./queries.ts";

const text = messages.waitlist;

/** Finds a patient and puts them on the list for a consultation; sessions are put there from the course page. */
export function FindWhoWaits() {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [waits, setWaits] = useState<WaitsFor | null>(null);
  const found = useQuery(patientsQuery(typed));
  const close = () => {
    setIsOpen(false);
    setTyped("");
  };
  if (waits) return <AddToWaitlist waits={waits} onClose={() => setWaits(null)} />;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{text.add}</Button>
      <Dialog isOpen={isOpen} title={text.addTitle} onClose={close}>
        <Stack gap={12}>
          <TextInput
            label={text.search}
            description={text.searchHint}
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {found.data?.patients.length === 0 && <Text c="dimmed">{text.noneFound}</Text>}
          {found.data?.patients.map(({ id, givenName, familyName, birthDate }) => (
            <Button
              key={id}
              variant="default"
              justify="flex-start"
              onClick={() => {
                close();
                setWaits({ patientId: id, patientName: `${givenName} ${familyName}`, session: null, before: null });
              }}
            >
              {`${givenName} ${familyName}, ${dayText(birthDate)}`}
            </Button>
          ))}
        </Stack>
      </Dialog>
    </>
  );
}

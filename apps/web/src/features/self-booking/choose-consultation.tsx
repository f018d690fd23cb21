import { MyConsultationView } from "@fibril/contract";
import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { myConsultationQuery } from "./queries.ts";
import { type ChosenTime, TimePicker } from "./time-picker.tsx";

const text = messages.selfBooking.own;

interface Choice {
  readonly own: MyConsultationView;
  readonly onKeep: () => void;
  readonly onDone: () => void;
}

interface Asked {
  readonly time: ChosenTime;
  /** The moment itself, for the notice. */
  readonly startsAt: string;
}

/** The free times; the one that is touched is said back in words before it is booked. */
export function ChooseConsultation({ own, onKeep, onDone }: Choice) {
  const { visit, sites } = own;
  const [chosenSite, setChosenSite] = useState(sites[0]?.id ?? "");
  const [asked, setAsked] = useState<Asked | null>(null);
  const siteId = visit?.siteId ?? chosenSite;
  const queries = useQueryClient();
  const book = useWrite({
    send: (time: ChosenTime, idempotencyKey) =>
      api.post("/api/my/consultation-visits", {
        schema: MyConsultationView,
        body: { siteId, ...time, moves: visit && { visitId: visit.id, version: visit.version } },
        idempotencyKey,
      }),
    onDone: (view) => {
      setAsked(null);
      queries.setQueryData(myConsultationQuery.queryKey, view);
      void queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <Stack gap={20}>
      {visit && (
        <Group justify="space-between">
          <Text>{text.moving}</Text>
          <Button variant="subtle" onClick={onKeep}>
            {text.keep}
          </Button>
        </Group>
      )}
      {!visit && sites.length > 1 && (
        <Radio.Group label={text.site} value={siteId} onChange={setChosenSite}>
          <Group mt={8}>
            {sites.map(({ id, name }) => (
              <Radio key={id} value={id} label={name} />
            ))}
          </Group>
        </Radio.Group>
      )}
      <TimePicker
        key={siteId}
        times={{ path: "/api/my/consultation-times", siteId }}
        phone={own.clinicPhone}
        near={null}
        isBusy={book.isPending}
        onChoose={(time, startsAt) => {
          book.reset();
          setAsked({ time, startsAt });
        }}
      />
      <Dialog isOpen={asked !== null} title={visit ? text.moveTitle : text.bookTitle} onClose={() => setAsked(null)}>
        {asked && (
          <Confirm
            own={own}
            asked={asked}
            siteName={sites.find(({ id }) => id === siteId)?.name ?? ""}
            fault={book.error}
            isBusy={book.isPending}
            onBook={() => book.mutate(asked.time)}
            onBack={() => setAsked(null)}
          />
        )}
      </Dialog>
    </Stack>
  );
}

interface Confirmed {
  readonly own: MyConsultationView;
  readonly asked: Asked;
  readonly siteName: string;
  readonly fault: Error | null;
  readonly isBusy: boolean;
  readonly onBook: () => void;
  readonly onBack: () => void;
}

function Confirm({ own, asked: { time, startsAt }, siteName, fault, isBusy, onBook, onBack }: Confirmed) {
  const { now } = useClinicClock();
  const isLate = Date.parse(startsAt) - now() < own.noticeHours * 3_600_000;
  return (
    <Stack gap={16}>
      <p className="fb-next-when fb-number">{text.bookWhen(dayText(time.day), time.start, siteName)}</p>
      {own.visit && <Text>{text.insteadOf(dayText(own.visit.day), own.visit.start)}</Text>}
      <Text>{isLate ? text.bookLate(own.noticeHours) : text.rule(own.noticeHours)}</Text>
      <ProblemNote fault={fault} />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" h={48} onClick={onBack}>
          {text.otherTime}
        </Button>
        <Button h={48} loading={isBusy} onClick={onBook}>
          {own.visit ? text.moveAct : text.bookAct}
        </Button>
      </Group>
    </Stack>
  );
}

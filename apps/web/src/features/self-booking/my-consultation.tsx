import "./self-booking.css";
import { MyConsultationView } from "@fibril/contract";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ChooseConsultation } from "./choose-consultation.tsx";
import { myConsultationQuery } from "./queries.ts";

const text = messages.selfBooking.own;

/** A signed-in patient books, moves or cancels their own consultation, by the rules of the clinic in words. */
export function MyConsultation() {
  const own = useQuery(myConsultationQuery);
  switch (own.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.title} fault={own.error} retry={() => void own.refetch()} />;
    case "success":
      return <Consultation own={own.data} />;
  }
}

type Own = { readonly own: MyConsultationView };
type Done = "booked" | "moved" | "cancelled";

function Consultation({ own }: Own) {
  const [isChoosing, setIsChoosing] = useState(own.visit === null);
  const [done, setDone] = useState<Done | null>(null);
  const finish = (what: Done) => {
    setDone(what);
    setIsChoosing(what === "cancelled");
  };
  return (
    <Stack gap={20}>
      {done && (
        <Text role="status" fw={550}>
          {text[done]}
        </Text>
      )}
      {own.visit ? (
        <Visit
          own={own}
          isChoosing={isChoosing}
          onMove={() => setIsChoosing(true)}
          onCancelled={() => finish("cancelled")}
        />
      ) : (
        <section className="fb-card">
          <Title order={2}>{text.none}</Title>
          <Text>{text.noneText}</Text>
        </section>
      )}
      {isChoosing && (
        <ChooseConsultation
          own={own}
          onKeep={() => setIsChoosing(false)}
          onDone={() => finish(own.visit ? "moved" : "booked")}
        />
      )}
    </Stack>
  );
}

interface OfVisit extends Own {
  readonly isChoosing: boolean;
  readonly onMove: () => void;
  readonly onCancelled: () => void;
}

function Visit({ own, isChoosing, onMove, onCancelled }: OfVisit) {
  const [asksCancel, setAsksCancel] = useState(false);
  const queries = useQueryClient();
  const { visit } = own;
  const cancel = useWrite({
    send: ({ id, version }: { readonly id: string; readonly version: number }, idempotencyKey) =>
      api.post(`/api/my/consultation-visits/${id}/cancellations`, {
        schema: MyConsultationView,
        body: { version },
        idempotencyKey,
      }),
    onDone: (view) => {
      setAsksCancel(false);
      queries.setQueryData(myConsultationQuery.queryKey, view);
      void queries.invalidateQueries();
      onCancelled();
    },
  });
  if (!visit) return null;
  const when = messages.selfBooking.held.when(dayText(visit.day), visit.start, visit.end, visit.siteName);
  return (
    <section className="fb-card fb-next">
      <p className="fb-next-when fb-number">{when}</p>
      <Text>
        {text.with(visit.practitionerName)}
        {visit.address !== "" && <br />}
        {visit.address}
      </Text>
      <Text c="dimmed">{own.mayChange ? text.rule(own.noticeHours) : text.tooLate(own.noticeHours)}</Text>
      {!own.mayChange && own.clinicPhone !== "" && <PhoneLink phone={own.clinicPhone} />}
      {own.mayChange && !isChoosing && (
        <Group>
          <Button onClick={onMove}>{text.move}</Button>
          <Button variant="default" onClick={() => setAsksCancel(true)}>
            {text.cancel}
          </Button>
        </Group>
      )}
      <Dialog isOpen={asksCancel} title={text.cancelTitle} onClose={() => setAsksCancel(false)}>
        <Stack gap={16}>
          <Text>{text.cancelText(when)}</Text>
          <ProblemNote fault={cancel.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsksCancel(false)}>
              {text.keep}
            </Button>
            <Button color="var(--fb-stop)" loading={cancel.isPending} onClick={() => cancel.mutate(visit)}>
              {text.cancel}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </section>
  );
}

import { type ClinicSetUpView, type PatientSummaryView, type SiteView, VisitView } from "@fibril/contract";
import { addDays, parseCalendarDate } from "@fibril/kernel";
import { Alert, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { clockText } from "../../ui/clock-text.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { BookAnyway } from "./book-anyway.tsx";
import { PatientPicker, patientName } from "./patient-picker.tsx";
import { barePlace, type OfferedPlace, PlaceList, placeTime } from "./place-list.tsx";
import { hourAround } from "./preferred-time.ts";
import { useVisitPlaces } from "./use-visit-places.ts";

const { booking } = messages;
const searchedDays = 13;

interface Booking {
  readonly site: SiteView;
  readonly setUp: ClinicSetUpView;
  /** The day, and the free half hour that was pressed. */
  readonly wish: { readonly day: string; readonly minute: number | null };
  readonly onClose: () => void;
}

export function BookConsultation(consultation: Booking) {
  const [patient, setPatient] = useState<PatientSummaryView | null>(null);
  return (
    <Dialog isOpen onClose={consultation.onClose} title={booking.bookConsultation}>
      {patient ? (
        <ChoosePlace {...consultation} patient={patient} onOtherPatient={() => setPatient(null)} />
      ) : (
        <PatientPicker onPick={setPatient} />
      )}
    </Dialog>
  );
}

interface Chosen {
  readonly place: OfferedPlace;
  /** Why it is booked outside a rule. */
  readonly reason: string | null;
}

interface Choosing extends Booking {
  readonly patient: PatientSummaryView;
  readonly onOtherPatient: () => void;
}

function ChoosePlace({ site, setUp, wish, patient, onOtherPatient, onClose }: Choosing) {
  const [from, setFrom] = useState(wish.day);
  const [practitionerId, setPractitionerId] = useState("");
  const first = parseCalendarDate(from);
  const queryClient = useQueryClient();
  const places = useVisitPlaces(
    {
      siteId: site.id,
      serviceKind: "consultation",
      from,
      to: first ? addDays(first, searchedDays) : from,
      practitionerId: practitionerId === "" ? null : practitionerId,
      ...(wish.minute === null ? {} : { preferred: hourAround(clockText(wish.minute)) }),
    },
    first !== null,
  );
  const book = useWrite({
    send: ({ place, reason }: Chosen, idempotencyKey) =>
      api.post(`/api/patients/${patient.id}/consultation-visits`, {
        schema: VisitView,
        body: { siteId: site.id, place: barePlace(place), ...(reason === null ? {} : { override: { reason } }) },
        idempotencyKey,
      }),
    onDone: async (visit) => {
      await queryClient.invalidateQueries({ queryKey: ["calendar"] });
      notifications.show({ message: booking.booked(patientName(patient), placeTime(visit)) });
      onClose();
    },
  });
  const isAnyway = book.variables?.reason !== undefined && book.variables.reason !== null;
  const isTaken = !isAnyway && book.error instanceof ApiProblem && book.error.code === "taken";
  const pick = (chosen: Chosen) =>
    book.mutate(chosen, {
      onError: () => void places.refetch(),
    });
  return (
    <Stack gap={16}>
      <Group justify="space-between">
        <Text fw={550}>{patientName(patient)}</Text>
        <Button variant="subtle" size="compact-md" onClick={onOtherPatient}>
          {booking.otherPatient}
        </Button>
      </Group>
      <Group grow>
        <DayField label={booking.from} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <NativeSelect
          label={booking.practitioner}
          value={practitionerId}
          data={[
            { value: "", label: booking.anybody },
            ...setUp.resources
              .filter(({ kind, endedOn }) => kind === "practitioner" && (endedOn === null || from <= endedOn))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setPractitionerId(event.currentTarget.value)}
        />
      </Group>
      {isTaken ? (
        <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={booking.takenTitle}>
          {booking.takenText}
        </Alert>
      ) : (
        <ProblemNote fault={(isAnyway ? null : book.error) ?? places.error} />
      )}
      {places.isPending && first !== null && <Loading what={booking.searching} />}
      {places.data && (
        <PlaceList
          label={booking.freeTimes}
          places={places.data.places}
          none={noneWords(setUp)}
          isBusy={book.isPending}
          onPick={(place) => pick({ place, reason: null })}
        />
      )}
      <BookAnyway
        siteId={site.id}
        setUp={setUp}
        day={from}
        practitionerId={practitionerId}
        isBusy={book.isPending}
        fault={isAnyway ? book.error : null}
        onPick={pick}
      />
    </Stack>
  );
}

function noneWords({ resources }: ClinicSetUpView): string {
  return resources.some(({ kind }) => kind === "practitioner") ? booking.noFreeTimes : booking.nobodyBookable;
}

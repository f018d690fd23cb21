import type { LegalStartsView, VisitView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { clockText } from "../../ui/clock-text.ts";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { daysShown } from "./calendar-choice.ts";
import { type LegalDay, minutesOf, placeAt } from "./legal-targets.ts";
import { dayInWords, limitsInWords, termsOfPlace } from "./legal-words.ts";
import { MoveAnyway } from "./move-anyway.tsx";
import { type Moved, MovePreview } from "./move-preview.tsx";
import type { OfferedPlace } from "./place-list.tsx";
import { legalStartsQuery } from "./queries.ts";
import { WeekStrip } from "./week-strip.tsx";

const { booking } = messages;

interface Move {
  readonly visit: VisitView;
  /** Chosen in the calendar already. */
  readonly place?: OfferedPlace | null;
  readonly onNewer: (visit: VisitView) => void;
  readonly onMoved: (moved: Moved) => unknown;
  readonly onBack: () => void;
  /** Back to where the place was chosen; to the list of times where left out. */
  readonly onChooseAgain?: () => void;
}

/** Choose a day and a time, see what it does to the later sessions, then confirm: nothing moves before that. */
export function MoveSession({ visit, place = null, onNewer, onMoved, onBack, onChooseAgain }: Move) {
  const [day, setDay] = useState(place?.day ?? visit.day);
  const [picked, setPicked] = useState(place);
  const [reason, setReason] = useState<string | null>(null);
  const week = daysShown(day, "week");
  const legal = useQuery(legalStartsQuery(visit.id, week.from, week.days));
  const shown = legal.data?.days.find((one) => one.day === day);
  if (picked) {
    const limits = legal.data ?? { window: null, previous: null, notBefore: null };
    return (
      <MovePreview
        visit={visit}
        place={picked}
        override={reason === null ? null : { reason }}
        terms={termsOfPlace(picked, { day: shown, limits, visit })}
        onMoved={onMoved}
        onNewer={onNewer}
        onBack={() => {
          setPicked(null);
          setReason(null);
          void legal.refetch();
          onChooseAgain?.();
        }}
      />
    );
  }
  return (
    <Stack gap={16}>
      <ProblemNote fault={legal.error} />
      {legal.isPending && <Loading what={booking.searching} />}
      {legal.data && (
        <>
          <div>
            {limitsInWords(legal.data).map((words) => (
              <Text key={words}>{words}</Text>
            ))}
          </div>
          <WeekStrip legal={legal.data} day={day} onChoose={setDay} />
          {shown && <DayTimes day={shown} limits={legal.data} visit={visit} onPick={setPicked} />}
          {shown && (
            <MoveAnyway
              key={shown.day}
              day={shown}
              visit={visit}
              rule={dayInWords(shown, legal.data)}
              onPick={(chosen) => {
                setReason(chosen.reason);
                setPicked(chosen.place);
              }}
            />
          )}
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {booking.goBack}
        </Button>
      </Group>
    </Stack>
  );
}

interface Times {
  readonly day: LegalDay;
  readonly limits: LegalStartsView;
  readonly visit: VisitView;
  readonly onPick: (place: OfferedPlace) => void;
}

/** Every time of one day by practitioner, the present one first; quarters of an hour unless all are asked for. */
function DayTimes({ day, limits, visit, onPick }: Times) {
  const [isFine, setIsFine] = useState(false);
  const isOwn = (practitioner: string) => practitioner === visit.practitionerId;
  const people = [...new Map(day.runs.map((run) => [run.practitioner, run.practitionerName]))].sort(
    ([one], [other]) => Number(isOwn(other)) - Number(isOwn(one)),
  );
  return (
    <Stack gap={12}>
      <Text className="fb-number" role="status">
        {dayInWords(day, limits)}
      </Text>
      {people.map(([practitioner, name]) => {
        const all = day.runs.filter((run) => run.practitioner === practitioner).flatMap(minutesOf);
        const quarters = all.filter((minute) => minute % 15 === 0);
        const times = isFine || quarters.length === 0 ? all : quarters;
        return (
          <section key={practitioner} aria-label={booking.timesOf(name)}>
            <Text fw={550}>{name}</Text>
            <Group gap={6} mt={4}>
              {times.map((minute) => (
                <Button
                  key={minute}
                  variant="default"
                  className="fb-number"
                  px={12}
                  onClick={() => {
                    const layout = { view: "day", day: day.day, show: "practitioner" } as const;
                    const place = placeAt([day], { aim: { columnId: practitioner, minute }, layout, visit });
                    if (place) onPick(place);
                  }}
                >
                  {clockText(minute)}
                </Button>
              ))}
            </Group>
          </section>
        );
      })}
      {people.length > 0 && (
        <Group>
          <Button variant="subtle" size="compact-md" onClick={() => setIsFine(!isFine)}>
            {isFine ? booking.everyQuarter : booking.everyFive}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

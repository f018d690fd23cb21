import "./self-booking.css";
import type { FreeTimesView } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";
import { type TimesOf, timesQuery } from "./queries.ts";
import { otherZone, timeThere } from "./zone-note.ts";

const text = messages.selfBooking.time;
const weekDays = 7;

export interface ChosenTime {
  readonly day: string;
  readonly start: string;
}

interface Picker {
  readonly times: Omit<TimesOf, "from">;
  readonly phone: string;
  readonly isBusy: boolean;
  readonly onChoose: (time: ChosenTime, startsAt: string) => void;
  /** The day to begin at: where a time was lost, the nearest ones stand there. */
  readonly near: string | null;
}

/** The next free days as large buttons, a week to walk through, and the times of the day that is chosen. */
export function TimePicker({ times, phone, isBusy, onChoose, near }: Picker) {
  const [from, setFrom] = useState<string | null>(near);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery({ ...timesQuery({ ...times, from }), placeholderData: keepPreviousData });
  switch (found.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={messages.selfBooking.theTimes} fault={found.error} retry={() => void found.refetch()} />;
    case "success": {
      const view = found.data;
      const hasNone = view.nextFreeDays.length === 0 && view.days.every((day) => day.times.length === 0);
      const shownDay = view.days.find((one) => one.day === chosen)?.day;
      const day = shownDay ?? firstFree(view) ?? view.from;
      const show = (next: string) => {
        if (!view.days.some((one) => one.day === next)) setFrom(next);
        setChosen(next);
      };
      const walk = (days: number) => {
        setFrom(addDays(view.from as CalendarDate, days));
        setChosen(null);
      };
      return (
        <Stack gap={20}>
          {hasNone && from === null ? (
            <EmptyState title={text.noneAtAll} text={text.noneAtAllText}>
              {phone !== "" && <PhoneLink phone={phone} />}
            </EmptyState>
          ) : (
            <>
              <NextFree view={view} chosen={day} onShow={show} />
              <WeekStrip view={view} chosen={day} onShow={setChosen} onWalk={walk} />
              <DayTimes view={view} day={day} isBusy={isBusy} onChoose={onChoose} />
            </>
          )}
        </Stack>
      );
    }
  }
}

function firstFree({ days }: FreeTimesView): string | null {
  return days.find(({ times }) => times.length > 0)?.day ?? null;
}

interface Part {
  readonly view: FreeTimesView;
  readonly chosen: string;
  readonly onShow: (day: string) => void;
}

function NextFree({ view, chosen, onShow }: Part) {
  if (view.nextFreeDays.length === 0) return null;
  return (
    <section aria-labelledby="next-free">
      <Title order={2} id="next-free" size="h4" mb={8}>
        {text.nextFree}
      </Title>
      <div className="fb-book-days">
        {view.nextFreeDays.slice(0, 4).map((day) => (
          <Button
            key={day}
            variant={day === chosen ? "light" : "default"}
            size="lg"
            aria-pressed={day === chosen}
            onClick={() => onShow(day)}
          >
            {dayText(day)}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface Strip extends Part {
  readonly onWalk: (days: number) => void;
}

function WeekStrip({ view, chosen, onShow, onWalk }: Strip) {
  const isLast = (view.days.at(-1)?.day ?? view.last) >= view.last;
  return (
    <section aria-label={text.week}>
      <Group justify="space-between" mb={8} gap={8}>
        <Button variant="subtle" onClick={() => onWalk(-weekDays)}>
          {text.earlier}
        </Button>
        <Button variant="subtle" disabled={isLast} onClick={() => onWalk(weekDays)}>
          {text.later}
        </Button>
      </Group>
      <div className="fb-book-week">
        {view.days.map(({ day, times }) => {
          const [weekday = "", date = ""] = dayText(day).split(" ");
          return (
            <button
              key={day}
              type="button"
              aria-pressed={day === chosen}
              aria-label={text.dayHas(dayText(day), times.length)}
              data-empty={times.length === 0}
              onClick={() => onShow(day)}
            >
              <span>{weekday}</span>
              <strong>{date}</strong>
            </button>
          );
        })}
      </div>
    </section>
  );
}

interface Times {
  readonly view: FreeTimesView;
  readonly day: string;
  readonly isBusy: boolean;
  readonly onChoose: (time: ChosenTime, startsAt: string) => void;
}

type PartOfDay = "morning" | "afternoon" | "evening";

function DayTimes({ view, day, isBusy, onChoose }: Times) {
  const times = view.days.find((one) => one.day === day)?.times ?? [];
  const [first] = times;
  const zone = first ? otherZone(view.timeZone, new Date(first.startsAt)) : null;
  const parts: readonly PartOfDay[] = ["morning", "afternoon", "evening"];
  return (
    <section aria-labelledby="day-times" aria-live="polite">
      <Title order={2} id="day-times" size="h4" mb={8}>
        {text.onDay(dayText(day))}
      </Title>
      {zone !== null && (
        <Text c="dimmed" mb={8}>
          {text.zone(view.timeZone)}
        </Text>
      )}
      {times.length === 0 && <Text c="dimmed">{text.none}</Text>}
      {parts.map((part) => {
        const there = times.filter(({ start }) => partOf(start) === part);
        if (there.length === 0) return null;
        return (
          <div key={part} className="fb-book-part">
            <Text fw={550}>{text[part]}</Text>
            <div className="fb-book-times">
              {there.map(({ start, startsAt }) => (
                <Button
                  key={start}
                  variant="default"
                  className="fb-number"
                  disabled={isBusy}
                  onClick={() => onChoose({ day, start }, startsAt)}
                >
                  <span>
                    {start}
                    {zone !== null && <small>{timeThere(startsAt, zone)}</small>}
                  </span>
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}

function partOf(start: string): PartOfDay {
  if (start < "12:00") return "morning";
  return start < "17:00" ? "afternoon" : "evening";
}

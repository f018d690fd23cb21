import type { SiteView } from "@fibril/contract";
import { ActionIcon, Button, Group, NativeSelect, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { type CalendarChoice, step } from "./calendar-choice.ts";
import type { ColumnKind } from "./calendar-columns.ts";

interface Tools {
  readonly choice: Required<CalendarChoice>;
  readonly sites: readonly SiteView[];
  readonly onChoose: (change: CalendarChoice) => void;
  readonly onToday: () => void;
  readonly onBook?: () => void;
}

const { booking } = messages;
const kinds = ["practitioner", "room", "device"] as const satisfies readonly ColumnKind[];

export function CalendarTools({ choice, sites, onChoose, onToday, onBook }: Tools) {
  const { day, view, show, site } = choice;
  return (
    <div className="fb-calendar-tools">
      <Group gap={4} wrap="nowrap" align="flex-start">
        <ActionIcon
          variant="default"
          size={44}
          aria-label={booking.earlier[view]}
          onClick={() => onChoose({ day: step(day, view, -1) })}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <DayField
          aria-label={booking.day}
          value={day}
          onChange={(event) => {
            if (event.currentTarget.value) onChoose({ day: event.currentTarget.value });
          }}
        />
        <ActionIcon
          variant="default"
          size={44}
          aria-label={booking.later[view]}
          onClick={() => onChoose({ day: step(day, view, 1) })}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button variant="default" h={44} onClick={onToday}>
          {booking.today}
        </Button>
      </Group>
      <SegmentedControl
        aria-label={booking.view}
        value={view}
        data={[
          { value: "day", label: booking.views.day },
          { value: "week", label: booking.views.week },
        ]}
        onChange={(value) => onChoose({ view: value === "week" ? "week" : "day" })}
      />
      {view === "day" && (
        <SegmentedControl
          aria-label={booking.show}
          value={show}
          data={kinds.map((value) => ({ value, label: booking.kinds[value] }))}
          onChange={(value) => onChoose({ show: kinds.find((kind) => kind === value) ?? "practitioner" })}
        />
      )}
      {sites.length > 1 && (
        <NativeSelect
          aria-label={booking.site}
          value={site}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onChoose({ site: event.currentTarget.value })}
        />
      )}
      {onBook && (
        <Button className="fb-calendar-tools-end" onClick={onBook}>
          {booking.bookConsultation}
        </Button>
      )}
    </div>
  );
}

import "./portal.css";
import type { AftercareView } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CareDayCard } from "./care-day-card.tsx";
import { careDaysOf } from "./care-days.ts";
import { EmergencyBar } from "./emergency-bar.tsx";
import { MyCheckInList } from "./my-check-in-list.tsx";
import { myAftercare } from "./queries.ts";
import { WithData } from "./with-data.tsx";

const text = messages.portal.care;

export function MyCare() {
  const plans = useQuery(myAftercare);
  const { today } = useClinicClock();
  return (
    <>
      <EmergencyBar />
      <PageHeader title={text.title} />
      <WithData query={plans} what={text.load}>
        {({ plans: [newest] }) =>
          newest ? <Plan plan={newest} today={today} /> : <EmptyState title={text.none} text={text.noneText} />
        }
      </WithData>
      <MyCheckInList />
    </>
  );
}

/** Today first; then the days to come, and those behind, folded away. */
function Plan({ plan, today }: { readonly plan: AftercareView; readonly today: string }) {
  const days = careDaysOf(plan, today);
  return (
    <Stack gap={16} mb={24}>
      <Text c="dimmed">{text.after(dayText(plan.performedOn))}</Text>
      {days.today && <CareDayCard day={days.today} title={text.today(days.sinceSession)} order={2} />}
      {days.coming.length > 0 && <Title order={2}>{text.next}</Title>}
      {days.coming.map((day) => (
        <details key={day.day} className="fb-fold">
          <summary>{text.day(day.day, dayText(day.date))}</summary>
          <CareDayCard day={day} />
        </details>
      ))}
      {days.past.length > 0 && (
        <details className="fb-fold">
          <summary>{text.past}</summary>
          <Stack gap={16} mt={12}>
            {days.past.map((day) => (
              <CareDayCard key={day.day} day={day} title={text.day(day.day, dayText(day.date))} />
            ))}
          </Stack>
        </details>
      )}
      <Text size="sm" c="dimmed">
        {text.usual} {text.unreviewed}
      </Text>
    </Stack>
  );
}

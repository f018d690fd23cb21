import "./portal.css";
import { useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CheckInForm } from "./check-in-form.tsx";
import { EmergencyBar } from "./emergency-bar.tsx";
import { daySinceSession } from "./next-step.ts";
import { myCheckIns } from "./queries.ts";
import { WithData } from "./with-data.tsx";

export function MyCheckIn({ checkInId }: { readonly checkInId: string }) {
  const text = messages.portal.checkIn;
  const checkIns = useQuery(myCheckIns);
  const { today } = useClinicClock();
  return (
    <>
      <EmergencyBar />
      <WithData query={checkIns} what={text.load}>
        {(view) => {
          const checkIn = view.checkIns.find(({ id }) => id === checkInId);
          if (!checkIn) return <EmptyState title={text.gone} />;
          if (checkIn.state === "to-come") return <EmptyState title={text.notYet(dayText(checkIn.dueOn))} />;
          const day = daySinceSession(checkIn, today);
          return (
            <>
              <PageHeader title={text.title} lead={text.day(day)} />
              <CheckInForm key={checkIn.id} checkIn={checkIn} day={day} />
            </>
          );
        }}
      </WithData>
    </>
  );
}

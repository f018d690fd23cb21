import "./booking.css";
import type { ClinicSetUpView, SiteView, VisitView } from "@fibril/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { BookConsultation } from "./book-consultation.tsx";
import { type CalendarChoice, daysShown } from "./calendar-choice.ts";
import { CalendarDays } from "./calendar-days.tsx";
import { CalendarTools } from "./calendar-tools.tsx";
import { MoveSession } from "./move-session.tsx";
import { NotSetUp } from "./not-set-up.tsx";
import { calendarQuery, setUpQuery } from "./queries.ts";
import { sayMoved } from "./say-moved.ts";
import { useClinicMoment } from "./use-clinic-moment.ts";
import { useVisitInHand } from "./use-visit-in-hand.ts";
import { VisitDialog } from "./visit-dialog.tsx";

interface Shown {
  readonly choice: CalendarChoice;
  readonly onChoose: (choice: CalendarChoice) => void;
  /** A manager books and moves; whether somebody came is said by those who see them. */
  readonly maySay: boolean;
}

export function ClinicCalendar(shown: Shown) {
  const setUp = useQuery(setUpQuery);
  switch (setUp.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={messages.booking.setUp} fault={setUp.error} retry={() => void setUp.refetch()} />;
    case "success": {
      const { sites } = setUp.data;
      const site = sites.find(({ id }) => id === shown.choice.site) ?? sites[0];
      if (!site) {
        const { noSiteTitle, noSiteText } = messages.booking;
        return <NotSetUp title={noSiteTitle} text={noSiteText} part="sites" />;
      }
      return <SiteCalendar {...shown} setUp={setUp.data} site={site} />;
    }
    default:
      return setUp satisfies never;
  }
}

interface Wish {
  readonly day: string;
  readonly minute: number | null;
}

interface OfSite extends Shown {
  readonly setUp: ClinicSetUpView;
  readonly site: SiteView;
}

function SiteCalendar({ choice, onChoose, maySay, setUp, site }: OfSite) {
  const moment = useClinicMoment(site.timeZone);
  const [opened, setOpened] = useState<VisitView | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const { day = moment.day, view = "day", show = "practitioner" } = choice;
  const calendar = useQuery(calendarQuery({ siteId: site.id, ...daysShown(day, view) }));
  const inHand = useVisitInHand(day);
  const queryClient = useQueryClient();
  return (
    <>
      <CalendarTools
        choice={{ day, view, site: site.id, show }}
        sites={setUp.sites}
        onChoose={(change) => onChoose({ ...choice, ...change })}
        onToday={() => onChoose({ ...choice, day: moment.day })}
        onBook={() => setWish({ day: day < moment.day ? moment.day : day, minute: null })}
      />
      {calendar.isPending && <Loading />}
      {calendar.isError && (
        <LoadFailed what={messages.booking.calendar} fault={calendar.error} retry={() => void calendar.refetch()} />
      )}
      {calendar.data && (
        <CalendarDays
          days={calendar.data.days}
          view={view}
          show={show}
          siteId={site.id}
          resources={setUp.resources}
          moment={moment}
          day={day}
          onOpen={setOpened}
          onTurnTo={(turned) => onChoose({ ...choice, day: turned })}
          onFree={(free, minute) => setWish({ day: free, minute })}
          inHand={inHand}
        />
      )}
      {opened && (
        <VisitDialog
          key={opened.id}
          visit={opened}
          maySay={maySay}
          onClose={() => setOpened(null)}
          onPickUp={(visit) => {
            setOpened(null);
            inHand.pick(visit);
          }}
        />
      )}
      {inHand.visit && inHand.place && (
        <Dialog isOpen onClose={inHand.chooseAgain} title={messages.booking.moveTitle(inHand.visit.patientName)}>
          <MoveSession
            visit={inHand.visit}
            place={inHand.place}
            onNewer={inHand.pick}
            onMoved={async (moved) => {
              inHand.letGo();
              await sayMoved(queryClient, moved);
            }}
            onBack={inHand.chooseAgain}
            onChooseAgain={inHand.chooseAgain}
          />
        </Dialog>
      )}
      {wish && <BookConsultation site={site} setUp={setUp} wish={wish} onClose={() => setWish(null)} />}
    </>
  );
}

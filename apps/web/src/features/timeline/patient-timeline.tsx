import { CheckInsView, CoursesView, MeasurementsView, PatientRecordView, SessionListView } from "@fibril/contract";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import type { TimelineEntry } from "../../ui/course-timeline-model.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { useWarmCollagen } from "../../workers/use-collagen.ts";
import type { TimelineFacts } from "./timeline-facts.ts";
import { TimelineOf } from "./timeline-of.tsx";

interface Timeline {
  readonly patientId: string;
  /** Photographs and scales are for those who treat; an owner's timeline is drawn without them. */
  readonly withMeasurements: boolean;
}

/** A patient's timeline as the clinic sees it. */
export function PatientTimeline({ patientId, withMeasurements }: Timeline) {
  useWarmCollagen();
  const facts = useQuery(factsQuery({ patientId, withMeasurements }));
  const { today } = useClinicClock();
  const navigate = useNavigate();
  const open = ({ id }: TimelineEntry) => {
    const [kind, name] = id.split(" ");
    if (kind === "session" && name) void navigate({ to: "/sessions/$sessionId", params: { sessionId: name } });
    if (kind === "photographs" || kind === "score")
      void navigate({ to: "/patients/$patientId/measurements", params: { patientId } });
  };
  switch (facts.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={messages.timeline.load} fault={facts.error} retry={() => void facts.refetch()} />;
    case "success":
      return (
        <>
          <TimelineOf
            facts={facts.data}
            today={today}
            onOpen={open}
            more={<Link to="/model/what-if">{messages.modelCard.whatIfLink}</Link>}
          />
          {!withMeasurements && <p className="fb-muted">{messages.timeline.withoutMeasurements}</p>}
        </>
      );
  }
}

function factsQuery({ patientId, withMeasurements }: Timeline) {
  const at = `/api/patients/${patientId}`;
  return queryOptions({
    queryKey: ["patient", patientId, "timeline", withMeasurements],
    queryFn: async ({ signal }): Promise<TimelineFacts> => {
      const [courses, sessions, checkIns, measurements, record] = await Promise.all([
        api.get(`${at}/courses`, { schema: CoursesView, signal }),
        api.get(`${at}/sessions`, { schema: SessionListView, signal }),
        api.get(`${at}/check-ins`, { schema: CheckInsView, signal }),
        withMeasurements ? api.get(`${at}/measurements`, { schema: MeasurementsView, signal }) : null,
        api.get(at, { schema: PatientRecordView.pick({ patient: true }), signal }),
      ]);
      return {
        ...courses,
        ...sessions,
        ...checkIns,
        photographs: measurements?.photographs ?? [],
        scores: measurements?.scores ?? [],
        ageYears: record.patient.ageYears,
      };
    },
  });
}

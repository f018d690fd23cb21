import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import type { MyFacts } from "./next-step.ts";
import { myAftercare, myCheckIns, myConsents, myCourses, myIntake, myPathway, myRecord, myVisits } from "./queries.ts";

export interface FactsResult {
  readonly facts: MyFacts | null;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** Everything that decides what is next; null until all of it is known. */
export function useMyFacts(): FactsResult {
  const { today } = useClinicClock();
  const { data: signedIn } = useQuery(queryOptions(signInQuery));
  const [pathway, intake, consents, visits, checkIns, courses, plans, record] = useQueries({
    queries: [myPathway, myIntake, myConsents, myVisits, myCheckIns, myCourses, myAftercare, myRecord],
  });
  const all = [pathway, intake, consents, visits, checkIns, courses, plans, record];
  const isKnown =
    pathway.data && intake.data && consents.data && visits.data && checkIns.data && courses.data && plans.data;
  return {
    facts:
      isKnown && record.data && signedIn
        ? {
            today,
            isMinor: record.data.patient.isMinor,
            relation: signedIn.membership.patientRelation ?? "self",
            pathway: pathway.data,
            intake: intake.data,
            consents: consents.data,
            visits: visits.data.visits,
            checkIns: checkIns.data.checkIns,
            courses: courses.data.courses,
            plans: plans.data.plans,
          }
        : null,
    isFailed: all.some(({ isError }) => isError),
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
  };
}

import {
  AftercaresView,
  ConsentsView,
  CoursesView,
  MeasurementsView,
  MyCheckInsView,
  MyIntakeView,
  PathwayView,
  PatientRecordView,
  VisitView,
  WhoSawMyRecordView,
} from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../api/api.ts";

/** Everything below `/api/my`: the server takes the record from the sign-in, never from an address. */
function mine<Answer>(name: string, schema: { parse(value: unknown): Answer }) {
  return queryOptions({
    queryKey: ["my", name],
    queryFn: ({ signal }) => api.get(`/api/my/${name}`, { schema, signal }),
  });
}

export const myPathway = mine("pathway", PathwayView);
export const myIntake = mine("intake", MyIntakeView);
export const myConsents = mine("consents", ConsentsView);
export const myVisits = mine("visits", z.object({ visits: z.array(VisitView) }));
export const myCheckIns = mine("check-ins", MyCheckInsView);
export const myCourses = mine("courses", CoursesView);
export const myAftercare = mine("aftercare", AftercaresView);
export const myMeasurements = mine("measurements", MeasurementsView);
export const myRecord = mine("record", PatientRecordView);
export const whoSawMyRecord = mine("audit", WhoSawMyRecordView);

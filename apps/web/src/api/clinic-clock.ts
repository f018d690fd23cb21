import { DemoClockView } from "@fibril/contract";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "./api.ts";
import { installationQuery, signInQuery } from "./sign-in-query.ts";

const demoClockQuery = queryOptions({
  queryKey: ["demo-clock"],
  queryFn: ({ signal }) => api.get("/api/demo/clock", { schema: DemoClockView, signal }),
});

export interface ClinicClock {
  /** Now at the clinic, in milliseconds; a demo's clock may be ahead of this machine's. */
  readonly now: () => number;
  readonly timeZone: string;
  /** The civil day at the clinic. */
  readonly today: string;
}

export function useClinicClock(): ClinicClock {
  const { data: signedIn } = useQuery(signInQuery);
  const { data: installation } = useQuery(installationQuery);
  const demo = useQuery({ ...demoClockQuery, enabled: installation?.demo ?? false });
  const offsetMs = demo.data ? Date.parse(demo.data.now) - demo.dataUpdatedAt : 0;
  const now = useCallback(() => Date.now() + offsetMs, [offsetMs]);
  return {
    now,
    timeZone: signedIn?.clinic.timeZone ?? "Europe/London",
    today: demo.data?.today ?? signedIn?.today ?? "",
  };
}

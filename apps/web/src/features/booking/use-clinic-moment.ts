import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { installationQuery } from "../../api/sign-in-query.ts";
import { clinicMoment, type Moment } from "./clinic-moment.ts";
import { demoOffsetQuery } from "./queries.ts";

const msPerDay = 86_400_000;

/** Now, at the clinic, new each half minute; a demo's clock may have been moved forward. */
export function useClinicMoment(timeZone: string): Moment {
  const installation = useQuery(installationQuery);
  const demo = useQuery({ ...demoOffsetQuery, enabled: installation.data?.demo === true });
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return clinicMoment(new Date(now + (demo.data?.offsetDays ?? 0) * msPerDay), timeZone);
}

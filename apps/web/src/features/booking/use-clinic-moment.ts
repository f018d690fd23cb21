import { useEffect, useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { clinicMoment, type Moment } from "./clinic-moment.ts";

/** Now, on the wall of a site, new each half minute. */
export function useClinicMoment(timeZone: string): Moment {
  const { now } = useClinicClock();
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return clinicMoment(new Date(now()), timeZone);
}

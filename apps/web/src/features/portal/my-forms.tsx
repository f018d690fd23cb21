import { useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { IntakeForm } from "./intake-form.tsx";
import { myIntake } from "./queries.ts";
import { WithData } from "./with-data.tsx";

export function MyForms() {
  const intake = useQuery({ ...myIntake, refetchOnWindowFocus: false });
  const { data: signedIn } = useQuery(signInQuery);
  const { today } = useClinicClock();
  return (
    <WithData query={intake} what={messages.portal.forms.load}>
      {(stored) => <IntakeForm stored={stored} patientId={signedIn?.membership.patientId ?? "none"} today={today} />}
    </WithData>
  );
}

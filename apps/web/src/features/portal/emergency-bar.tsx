import "./portal.css";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { emergencyNumberOf } from "./emergency-number.ts";

/** What to do when it can't wait, in the clinic's own words; on every page about healing. */
export function EmergencyBar() {
  const { data: signedIn } = useQuery(signInQuery);
  if (!signedIn) return null;
  return (
    <section className="fb-emergency" aria-label={messages.portal.emergency}>
      <p>{signedIn.clinic.emergencyText}</p>
      <EmergencyCalls />
    </section>
  );
}

/** Who can't breathe must not reach the clinic's telephone by the first touch: the emergency number stands first. */
export function EmergencyCalls() {
  const { data: signedIn } = useQuery(signInQuery);
  if (!signedIn) return null;
  const { phone, emergencyText } = signedIn.clinic;
  const number = emergencyNumberOf(emergencyText);
  return (
    <div className="fb-emergency-calls">
      {number && (
        <a className="fb-emergency-call" href={`tel:${number}`}>
          {messages.ui.call(number)}
        </a>
      )}
      {phone !== "" && (
        <a className="fb-phone" href={`tel:${phone.replaceAll(/[^+0-9]/g, "")}`}>
          {messages.portal.callClinic(phone)}
        </a>
      )}
    </div>
  );
}

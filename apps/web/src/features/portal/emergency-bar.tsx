import "./portal.css";
import { emergencyCallsIn } from "@fibril/recovery";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";

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
  return (
    <div className="fb-emergency-calls">
      {emergencyCallsIn(emergencyText).map(({ number, site }) => (
        <a key={`${number} ${site}`} className="fb-emergency-call" href={`tel:${number.replaceAll(" ", "")}`}>
          {messages.ui.call(site === null ? number : `${number} (${site})`)}
        </a>
      ))}
      {phone !== "" && (
        <a className="fb-phone" href={`tel:${phone.replaceAll(/[^+0-9]/g, "")}`}>
          {messages.portal.callClinic(phone)}
        </a>
      )}
    </div>
  );
}

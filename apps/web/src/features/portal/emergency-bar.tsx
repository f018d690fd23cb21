import "./portal.css";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { PhoneLink } from "../../ui/phone-link.tsx";

/** What to do when it can't wait, in the clinic's own words; on every page about healing. */
export function EmergencyBar() {
  const { data: signedIn } = useQuery(signInQuery);
  if (!signedIn) return null;
  return (
    <section className="fb-emergency" aria-label={messages.portal.emergency}>
      <p>{signedIn.clinic.emergencyText}</p>
      <PhoneLink phone={signedIn.clinic.phone} />
    </section>
  );
}

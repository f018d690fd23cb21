import "./phone-link.css";
import { messages } from "../messages/index.ts";

/** A number that a telephone dials at a touch. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a className="fb-phone" href={`tel:${phone.replaceAll(/[^+0-9]/g, "")}`}>
      {messages.ui.call(phone)}
    </a>
  );
}

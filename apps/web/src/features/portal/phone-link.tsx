import { messages } from "../../messages/index.ts";

export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a className="fb-phone" href={`tel:${phone.replaceAll(/[^+0-9]/g, "")}`}>
      {messages.portal.call(phone)}
    </a>
  );
}

import "../features/sign-in/sign-in.css";
import { Link } from "@tanstack/react-router";
import { Mailbox } from "../features/sign-in/mailbox.tsx";
import { messages } from "../messages/index.ts";

export function MailboxPage() {
  return (
    <main className="fb-outside">
      <Link to="/">{messages.shell.goHome}</Link>
      <Mailbox />
    </main>
  );
}

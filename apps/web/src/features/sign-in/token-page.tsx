import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { tokenIn } from "./address-token.ts";
import { OutsideCard } from "./outside-card.tsx";

const { signIn } = messages;

interface TokenPageOf {
  readonly title: string;
  readonly text: string;
  readonly children: (token: string) => ReactNode;
}

/** A page that a link opens; without its token it says so instead of failing later. */
export function TokenPage({ title, text, children }: TokenPageOf) {
  const [token] = useState(() => tokenIn(location.hash));
  if (token === null) {
    return (
      <OutsideCard title={signIn.noToken} text={signIn.noTokenText}>
        <Link to="/sign-in">{signIn.backToSignIn}</Link>
      </OutsideCard>
    );
  }
  return (
    <OutsideCard title={title} text={text}>
      {children(token)}
    </OutsideCard>
  );
}

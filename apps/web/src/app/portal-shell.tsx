import "./shell.css";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { WhosePages } from "../features/portal/whose-pages.tsx";
import { messages } from "../messages/index.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { ColourSchemeSwitch } from "./colour-scheme-switch.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { SkipLink } from "./skip-link.tsx";

/** Those that the navigation names; from every other page a link leads back. */
const topPages: ReadonlySet<string> = new Set(["/my", "/my/timeline"]);

/** The patient's own telephone: one column, made for 320 px. */
export function PortalShell() {
  const { data: signedIn } = useQuery(signInQuery);
  const isDeeper = useLocation({ select: ({ pathname }) => !topPages.has(pathname) });
  return (
    <div className="fb-shell fb-portal">
      <SkipLink />
      <DemoBar />
      <header className="fb-header">
        {signedIn ? <Brand name={signedIn.clinic.name} /> : <Brand />}
        <div className="fb-header-end">
          <ColourSchemeSwitch />
          {signedIn && <AccountMenu name={signedIn.account.name} place={signedIn.clinic.name} />}
        </div>
        <nav className="fb-nav" aria-label={messages.shell.mainNavigation}>
          <Link to="/my" activeOptions={{ exact: true }}>
            {messages.shell.nav.next}
          </Link>
          <Link to="/my/timeline">{messages.shell.nav.story}</Link>
          <a href="/learn/">{messages.shell.nav.learn}</a>
        </nav>
      </header>
      <main id="content" className="fb-main" tabIndex={-1}>
        {isDeeper && (
          <Link to="/my" className="fb-back">
            {messages.portal.backToNext}
          </Link>
        )}
        <WhosePages />
        <Outlet />
      </main>
    </div>
  );
}

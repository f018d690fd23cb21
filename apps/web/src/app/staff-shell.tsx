import "./shell.css";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { messages } from "../messages/index.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { ColourSchemeSwitch } from "./colour-scheme-switch.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { navigationOf } from "./home-of.ts";
import { PatientSearchBox } from "./patient-search-box.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { SkipLink } from "./skip-link.tsx";
import { StaffNavigation } from "./staff-navigation.tsx";

export function StaffShell() {
  const { data: signedIn } = useQuery(signInQuery);
  const pages = signedIn ? navigationOf[signedIn.membership.role] : [];
  const findsPatients = pages.some((page) => page === "patients");
  return (
    <div className="fb-shell">
      <SkipLink />
      <DemoBar />
      <header className="fb-header">
        <Brand />
        {signedIn && signedIn.others.length > 0 && (
          <span className="fb-place">
            {messages.signIn.membership(messages.signIn.roles[signedIn.membership.role], signedIn.clinic.name)}
          </span>
        )}
        <StaffNavigation pages={pages} />
        <div className="fb-header-end">
          {findsPatients && <PatientSearchBox />}
          <ColourSchemeSwitch />
          {signedIn && <AccountMenu name={signedIn.account.name} place={signedIn.clinic.name} />}
        </div>
      </header>
      <main id="content" className="fb-main" tabIndex={-1}>
        <Outlet />
      </main>
      <Shortcuts />
    </div>
  );
}

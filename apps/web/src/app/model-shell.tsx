import "./shell.css";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { Brand } from "./brand.tsx";
import { ColourSchemeSwitch } from "./colour-scheme-switch.tsx";
import { SkipLink } from "./skip-link.tsx";
import { StaffShell } from "./staff-shell.tsx";

/** What anybody may read about the model: within the clinic's frame for its staff, on its own for everybody else. */
export function ModelShell() {
  const { data: signedIn } = useQuery(signInQuery);
  if (signedIn && signedIn.membership.role !== "patient") return <StaffShell />;
  return (
    <div className="fb-shell">
      <SkipLink />
      <header className="fb-header">
        <Brand />
        <div className="fb-header-end">
          <ColourSchemeSwitch />
        </div>
      </header>
      <main id="content" className="fb-main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

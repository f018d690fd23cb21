import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";

interface Pages {
  readonly patientId: string;
  readonly seesClinical: boolean;
}

/** What is looked at all along the way, so that no single stop of the pathway leads to it; for those who treat. */
export function PatientPages({ patientId, seesClinical }: Pages) {
  const { links, linksLabel } = messages.patient;
  if (!seesClinical) return null;
  return (
    <nav className="fb-patient-pages" aria-label={linksLabel}>
      <Link to="/patients/$patientId/measurements" params={{ patientId }}>
        {links.measurements}
      </Link>
    </nav>
  );
}

import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";

interface Pages {
  readonly patientId: string;
  readonly seesClinical: boolean;
}

/** The pages of one patient. Those who don't treat have the course alone. */
export function PatientPages({ patientId, seesClinical }: Pages) {
  const { links, linksLabel } = messages.patient;
  return (
    <nav className="fb-patient-pages" aria-label={linksLabel}>
      {seesClinical && (
        <>
          <Link to="/patients/$patientId/consultation" params={{ patientId }}>
            {links.consultation}
          </Link>
          <Link to="/patients/$patientId/suitability" params={{ patientId }}>
            {links.suitability}
          </Link>
          <Link to="/patients/$patientId/consent" params={{ patientId }}>
            {links.consent}
          </Link>
          <Link to="/patients/$patientId/measurements" params={{ patientId }}>
            {links.measurements}
          </Link>
        </>
      )}
      <Link to="/patients/$patientId/course" params={{ patientId }}>
        {links.course}
      </Link>
    </nav>
  );
}

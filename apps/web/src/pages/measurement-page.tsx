import { Link, useParams } from "@tanstack/react-router";
import { EmergencyAccess } from "../features/measurement/emergency-access.tsx";
import { Measurements } from "../features/measurement/measurements.tsx";
import { useTreats } from "../features/patient/use-may.ts";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MeasurementPage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/measurements" });
  const treats = useTreats();
  return (
    <>
      <PageHeader
        title={messages.measurement.title}
        lead={
          <Link to="/patients/$patientId" params={{ patientId }}>
            {messages.measurement.toPatient}
          </Link>
        }
      />
      {treats ? <Measurements patientId={patientId} /> : <EmergencyAccess patientId={patientId} />}
    </>
  );
}

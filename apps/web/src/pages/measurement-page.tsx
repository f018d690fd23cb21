import { Link, useParams } from "@tanstack/react-router";
import { Measurements } from "../features/measurement/measurements.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MeasurementPage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/measurements" });
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
      <Measurements patientId={patientId} />
    </>
  );
}

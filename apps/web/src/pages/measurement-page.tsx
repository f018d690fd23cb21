import { useParams } from "@tanstack/react-router";
import { EmergencyAccess } from "../features/measurement/emergency-access.tsx";
import { Measurements } from "../features/measurement/measurements.tsx";
import { PatientFrame } from "../features/patient/patient-frame.tsx";
import { useTreats } from "../features/patient/use-may.ts";
import { messages } from "../messages/index.ts";

export function MeasurementPage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/measurements" });
  const treats = useTreats();
  const { title, titleOf } = messages.measurement;
  return (
    <PatientFrame patientId={patientId} titleOf={titleOf} tab={title}>
      {treats ? <Measurements patientId={patientId} /> : <EmergencyAccess patientId={patientId} />}
    </PatientFrame>
  );
}

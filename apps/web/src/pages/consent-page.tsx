import { useParams } from "@tanstack/react-router";
import { ConsentPanel } from "../features/consent/consent-panel.tsx";
import { PatientFrame } from "../features/patient/patient-frame.tsx";
import { useTreats } from "../features/patient/use-may.ts";
import { messages } from "../messages/index.ts";
import { ReadMore } from "../ui/read-more.tsx";

export function ConsentPage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/consent" });
  return (
    <PatientFrame patientId={patientId} titleOf={messages.consent.titleOf} tab={messages.patient.links.consent}>
      <ConsentPanel patientId={patientId} mayTake={useTreats()} />
      <ReadMore reader="staff" pages={["safety", "ten-questions", "other-treatments"]} />
    </PatientFrame>
  );
}

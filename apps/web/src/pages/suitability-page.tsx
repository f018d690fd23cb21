import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { PatientFrame } from "../features/patient/patient-frame.tsx";
import { useTreats } from "../features/patient/use-may.ts";
import { SuitabilityPanel } from "../features/suitability/suitability-panel.tsx";
import { messages } from "../messages/index.ts";
import { ReadMore } from "../ui/read-more.tsx";

export function SuitabilityPage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/suitability" });
  const { data: signedIn } = useQuery(signInQuery);
  const treats = useTreats();
  return (
    <PatientFrame patientId={patientId} titleOf={messages.suitability.titleOf} tab={messages.patient.links.suitability}>
      <SuitabilityPanel patientId={patientId} signerName={treats ? (signedIn?.account.name ?? "") : null} />
      <ReadMore reader="staff" pages={["who-it-suits", "safety", "what-it-may-help", "questions-before"]} />
    </PatientFrame>
  );
}

import { useParams, useSearch } from "@tanstack/react-router";
import { ConsultationForm } from "../features/consultation/consultation-form.tsx";
import { ConsultationWeight } from "../features/patient/consultation-weight.tsx";
import { PatientFrame } from "../features/patient/patient-frame.tsx";
import { useTreats } from "../features/patient/use-may.ts";
import { messages } from "../messages/index.ts";

const from = "/staff/patients/$patientId/consultation";

export function ConsultationPage() {
  const { patientId } = useParams({ from });
  const { question = null } = useSearch({ from });
  const mayChange = useTreats();
  return (
    <PatientFrame
      patientId={patientId}
      titleOf={messages.consultation.titleOf}
      tab={messages.patient.links.consultation}
    >
      <ConsultationForm
        patientId={patientId}
        mayChange={mayChange}
        startAt={question}
        weight={<ConsultationWeight patientId={patientId} mayChange={mayChange} />}
      />
    </PatientFrame>
  );
}

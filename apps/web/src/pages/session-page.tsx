import { useParams } from "@tanstack/react-router";
import { WeightCard } from "../features/patient/weight-card.tsx";
import { SessionScreen } from "../features/session/session-screen.tsx";
import { ReadMore } from "../ui/read-more.tsx";

export function SessionPage() {
  const { sessionId } = useParams({ from: "/staff/sessions/$sessionId" });
  return (
    <>
      <SessionScreen
        key={sessionId}
        sessionId={sessionId}
        weightOf={(patientId, ageYears) => (
          <WeightCard key={patientId} patientId={patientId} isNeeded={ageYears < 18} mayChange />
        )}
      />
      <ReadMore reader="staff" pages={["your-session", "aftercare", "warning-signs"]} />
    </>
  );
}

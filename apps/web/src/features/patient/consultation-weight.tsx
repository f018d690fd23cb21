import { useQuery } from "@tanstack/react-query";
import { patientQuery } from "./queries.ts";
import { WeightCard } from "./weight-card.tsx";

interface Weight {
  readonly patientId: string;
  readonly mayChange: boolean;
}

/** The weight beside the consultation; a minor's is asked for at once. */
export function ConsultationWeight({ patientId, mayChange }: Weight) {
  const person = useQuery(patientQuery(patientId));
  if (!person.data) return null;
  return (
    <div className="fb-card fb-weight">
      <WeightCard patientId={patientId} isNeeded={person.data.patient.isMinor} mayChange={mayChange} />
    </div>
  );
}

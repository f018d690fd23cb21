import "./patient.css";
import type { PatientView } from "@fibril/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { alertsOf, type PatientAlert } from "./alerts-of.ts";
import { answersQuery, healthQuery } from "./queries.ts";

const text = messages.patient;

interface Head {
  readonly patient: PatientView;
  readonly seesClinical: boolean;
}

/** Name, age and number; for those who treat the alerts as well. */
export function PatientHead({ patient, seesClinical }: Head) {
  const facts = [
    text.age(patient.ageYears),
    ...(patient.isMinor ? [text.minor] : []),
    text.born(dayText(patient.birthDate)),
    text.number(patient.number),
  ];
  return (
    <PageHeader
      title={`${patient.givenName} ${patient.familyName}`}
      tab={text.tab}
      lead={
        <>
          <span className="fb-number">{facts.join(" · ")}</span>
          {seesClinical && <PatientAlerts patientId={patient.id} />}
        </>
      }
    />
  );
}

function PatientAlerts({ patientId }: { readonly patientId: string }) {
  const health = useQuery(healthQuery(patientId));
  const consultation = useQuery(answersQuery(patientId));
  const { today } = useClinicClock();
  if (health.isPending || consultation.isPending) return null;
  if (!health.data || !consultation.data) return <Text c="var(--fb-stop)">{text.alertsUnknown}</Text>;
  const alerts = alertsOf({ ...health.data, answers: consultation.data.consultation?.answers ?? {} }, today);
  if (alerts.length === 0) return <Text size="sm">{text.noAlerts}</Text>;
  return (
    <ul className="fb-alerts" aria-label={text.alerts}>
      {alerts.map((alert) => (
        <li key={wordsOf(alert)}>{wordsOf(alert)}</li>
      ))}
    </ul>
  );
}

function wordsOf(alert: PatientAlert): string {
  if (alert.kind === "allergy") return text.allergyAlert(alert.substance, alert.reaction);
  if (alert.kind === "isotretinoin-undated") return text.isotretinoinUnknown;
  if (alert.kind === "isotretinoin-unknown") return text.isotretinoinNotKnown;
  return alert.stoppedOn ? text.isotretinoinStopped(dayText(alert.stoppedOn)) : text.isotretinoinNow;
}

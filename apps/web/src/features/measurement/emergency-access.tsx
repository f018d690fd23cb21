import "./measurement.css";
import type { EmergencyAccessView } from "@fibril/contract";
import { Alert, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { CountdownClock } from "../../ui/countdown-clock.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { CompareVisits } from "./compare-visits.tsx";
import { EmergencyForm } from "./emergency-form.tsx";
import { emergencyAccessQuery, measurementsQuery } from "./measurement-queries.ts";
import { PhotographGallery } from "./photograph-gallery.tsx";
import { ScoreList } from "./score-list.tsx";

const text = messages.measurement.emergency;
const accessMinutes = 60;

/** Photographs and scores for an owner, who does not treat: closed, until an emergency opens them for an hour. */
export function EmergencyAccess({ patientId }: { readonly patientId: string }) {
  const current = useQuery(emergencyAccessQuery(patientId));
  if (current.status === "pending") return <Loading />;
  if (current.status === "error")
    return <LoadFailed what={text.the} fault={current.error} retry={() => void current.refetch()} />;
  const { access } = current.data;
  return access ? <Opened patientId={patientId} access={access} /> : <EmergencyForm patientId={patientId} />;
}

interface OpenedFor {
  readonly patientId: string;
  readonly access: EmergencyAccessView;
}

function Opened({ patientId, access }: OpenedFor) {
  const measurements = useQuery(measurementsQuery(patientId));
  const { now } = useClinicClock();
  return (
    <Stack gap={20}>
      <Alert variant="outline" color="var(--fb-stop)" title={text.open}>
        <Stack gap={8}>
          <Text>{text.openText(access.reason)}</Text>
          <CountdownClock label={text.left} startedAt={Date.parse(access.openedAt)} minutes={accessMinutes} now={now} />
        </Stack>
      </Alert>
      {measurements.status === "pending" && <Loading />}
      {measurements.status === "error" && (
        <LoadFailed
          what={messages.measurement.load}
          fault={measurements.error}
          retry={() => void measurements.refetch()}
        />
      )}
      {measurements.data && (
        <>
          <section className="fb-card">
            <Title order={2} mb={12}>
              {messages.measurement.photographs}
            </Title>
            <PhotographGallery patientId={patientId} photographs={measurements.data.photographs} />
          </section>
          <section className="fb-card">
            <Title order={2} mb={12}>
              {messages.measurement.compareTitle}
            </Title>
            <CompareVisits patientId={patientId} photographs={measurements.data.photographs} />
          </section>
          <section className="fb-card">
            <Title order={2} mb={12}>
              {messages.measurement.scores}
            </Title>
            <ScoreList scores={measurements.data.scores} />
          </section>
        </>
      )}
    </Stack>
  );
}

import "./measurement.css";
import { Alert, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { CompareVisits } from "./compare-visits.tsx";
import { comparablePoses } from "./gallery-of.ts";
import { measurementsQuery } from "./measurement-queries.ts";
import { PhotographForm } from "./photograph-form.tsx";
import { PhotographGallery } from "./photograph-gallery.tsx";
import { ScoreForm } from "./score-form.tsx";
import { ScoreList } from "./score-list.tsx";

export function Measurements({ patientId }: { readonly patientId: string }) {
  const measurements = useQuery(measurementsQuery(patientId));
  const text = messages.measurement;
  switch (measurements.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.load} fault={measurements.error} retry={() => void measurements.refetch()} />;
    case "success": {
      const { photographs, scores, proposed, photographsAllowed } = measurements.data;
      // What changed is what the page is for; until there are two of a pose, taking the first is.
      const canCompare = comparablePoses(photographs).length > 0;
      const comparison = (
        <Card title={text.compareTitle}>
          <CompareVisits patientId={patientId} photographs={photographs} />
        </Card>
      );
      return (
        <div className="fb-measurements">
          {canCompare && <div className="fb-measurements-first">{comparison}</div>}
          <Stack gap={20}>
            <Card title={text.addPhotograph}>
              {photographsAllowed ? (
                <PhotographForm patientId={patientId} />
              ) : (
                <Alert variant="outline" color="var(--fb-adapt)" title={text.notAllowed}>
                  {text.notAllowedText}
                </Alert>
              )}
            </Card>
            {!canCompare && comparison}
            <Card title={text.photographs}>
              <PhotographGallery patientId={patientId} photographs={photographs} />
            </Card>
          </Stack>
          <Stack gap={20}>
            <Card title={text.scales}>
              <ScoreForm patientId={patientId} proposed={proposed} />
            </Card>
            <Card title={text.scores}>
              <ScoreList scores={scores} />
            </Card>
          </Stack>
        </div>
      );
    }
  }
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="fb-card" aria-label={title}>
      <Title order={2} mb={12}>
        {title}
      </Title>
      {children}
    </section>
  );
}

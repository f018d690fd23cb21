import "./patient.css";
import type { WeightView } from "@fibril/contract";
import { calendarDate, daysBetween } from "@fibril/kernel";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { weightsQuery } from "./queries.ts";
import { WeightForm } from "./weight-form.tsx";

interface Weight {
  readonly patientId: string;
  /** A minor's: the protocol asks for it before numbing cream. */
  readonly isNeeded: boolean;
  readonly mayChange: boolean;
}

const text = messages.patient.weight;

/** The newest weight with its age in days, and the way to write down another. */
export function WeightCard({ patientId, isNeeded, mayChange }: Weight) {
  const weights = useQuery(weightsQuery(patientId));
  const [isAdding, setIsAdding] = useState(false);
  const { today } = useClinicClock();
  if (weights.status === "pending") return <Loading />;
  if (weights.status === "error")
    return <LoadFailed what={text.title} fault={weights.error} retry={() => void weights.refetch()} />;
  const [newest] = weights.data.weights;
  const isOpen = isAdding || (isNeeded && newest === undefined && mayChange);
  return (
    <Stack component="section" gap={8} maw={720} aria-label={text.title}>
      <Text fw={550}>{text.title}</Text>
      <Known weights={weights.data.weights} isNeeded={isNeeded} />
      {isOpen && <WeightForm patientId={patientId} today={today} onDone={() => setIsAdding(false)} />}
      {mayChange && !isOpen && (
        <Group>
          <Button variant="default" h={44} onClick={() => setIsAdding(true)}>
            {newest ? text.again : text.keep}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface KnownWeights {
  readonly weights: readonly WeightView[];
  readonly isNeeded: boolean;
}

function Known({ weights: [newest, ...earlier], isNeeded }: KnownWeights) {
  const { today } = useClinicClock();
  const missing = isNeeded ? `${text.none} ${text.needed}` : text.none;
  return (
    <>
      {newest ? (
        <Text>{lineOf(newest, today)}</Text>
      ) : (
        <Text c={isNeeded ? "var(--fb-adapt)" : "dimmed"}>{missing}</Text>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="fb-fold">{text.earlier(earlier.length)}</summary>
          <ul>
            {earlier.map((weight) => (
              <li key={weight.id}>{lineOf(weight, today)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function lineOf({ weightKg, measuredOn, recordedBy }: WeightView, today: string): string {
  const days = today === "" ? 0 : daysBetween(calendarDate(measuredOn), calendarDate(today));
  return text.line(weightKg, dayText(measuredOn), text.daysAgo(days), recordedBy);
}

import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PathwayLine } from "../../ui/pathway-line.tsx";
import { pageOfStep, recordPageOf, shortList, stopsOf } from "./pathway-stops.ts";
import { pathwayQuery } from "./queries.ts";

const text = messages.patient;
const shown = 4;

interface Pathway {
  readonly patientId: string;
  readonly seesClinical: boolean;
}

/** Where the patient is, and the one next step: the only filled button of the page. */
export function PatientPathway({ patientId, seesClinical }: Pathway) {
  const pathway = useQuery(pathwayQuery(patientId));
  const navigate = useNavigate();
  if (pathway.status === "pending") return <Loading />;
  if (pathway.status === "error")
    return <LoadFailed what={text.pathway} fault={pathway.error} retry={() => void pathway.refetch()} />;
  const { next, steps } = pathway.data;
  const missing = steps.find(({ step }) => step === next?.step)?.missing ?? [];
  const mayGo = next && (seesClinical || next.step === "plan");
  return (
    <Stack gap={8} mb={24}>
      <PathwayLine
        stops={stopsOf(pathway.data)}
        nameOf={(stop, name) => {
          const to = recordPageOf(stop, seesClinical);
          return to ? (
            <Link to={to} params={{ patientId }}>
              {name}
            </Link>
          ) : (
            name
          );
        }}
        missing={shortList(missing.map(messages.consultation.missingInWords), shown)}
        next={
          mayGo
            ? {
                label: next.action,
                onPress: () => void navigate({ to: pageOfStep[next.step], params: { patientId } }),
              }
            : undefined
        }
      />
      {next && !mayGo && <Text c="dimmed">{text.pathwayOthers}</Text>}
    </Stack>
  );
}

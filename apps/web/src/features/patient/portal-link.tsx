import { type GuardianView, InvitePatientView, type PatientView } from "@fibril/contract";
import { Button, Stack, Text } from "@mantine/core";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const text = messages.patient;

interface Portal {
  readonly patient: PatientView;
  readonly guardians: readonly GuardianView[];
}

/** Sends the link that opens the patient's own pages, to them or to a minor's guardian. */
export function PortalLink({ patient, guardians }: Portal) {
  const { timeZone } = useClinicClock();
  const invite = useWrite({
    send: (body: { readonly guardianId: string | null }, idempotencyKey) =>
      api.post(`/api/patients/${patient.id}/portal-links`, { schema: InvitePatientView, body, idempotencyKey }),
  });
  const people = [
    { id: null, name: `${patient.givenName} ${patient.familyName}`, email: patient.email },
    ...(patient.isMinor ? guardians : []).map(({ id, name, email }) => ({ id, name, email })),
  ];
  return (
    <Stack gap={12} align="flex-start" maw={720}>
      <Text>{text.portalText}</Text>
      {patient.isMinor && <Text>{text.portalMinor}</Text>}
      {people.map(({ id, name, email }) =>
        email ? (
          <Button
            key={id ?? "self"}
            variant="default"
            h={44}
            loading={invite.isPending && invite.variables.guardianId === id}
            onClick={() => invite.mutate({ guardianId: id })}
          >
            {text.sendTo(name)}
          </Button>
        ) : (
          <Text key={id ?? "self"} c="dimmed">
            {text.noEmail(name)}
          </Text>
        ),
      )}
      <ProblemNote fault={invite.error} />
      {invite.data && (
        <Text role="status">
          {invite.data.leaves
            ? text.linkSent(invite.data.email, dayTime(invite.data.expiresAt, timeZone))
            : text.linkWaits(invite.data.email)}
        </Text>
      )}
    </Stack>
  );
}

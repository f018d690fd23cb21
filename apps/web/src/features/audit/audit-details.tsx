import type { AuditEventView } from "@fibril/contract";
import { Button, Group } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import type { AuditSearch } from "./audit-search.ts";

const { audit } = messages;

interface Details {
  readonly event: AuditEventView;
  readonly onSearch: (search: Partial<AuditSearch>) => void;
}

export function AuditDetails({ event, onSearch }: Details) {
  const { sequence, patientId, patientNumber, subjectId, detail, hash } = event;
  const rows: readonly (readonly [string, string | null])[] = [
    [audit.sequence, String(sequence)],
    [audit.subject, subjectId],
    [audit.patient, patientId],
    ...Object.entries(detail).map(([name, value]) => [name, detailText(value)] as const),
    [audit.hash, hash],
  ];
  return (
    <>
      <dl className="fb-audit-details fb-number">
        {rows
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Group gap={8} mt={8}>
        {patientNumber !== null && (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onSearch({ patientNumber: String(patientNumber) })}
          >
            {audit.aboutThis}
          </Button>
        )}
        {subjectId && (
          <Button variant="default" size="compact-md" onClick={() => onSearch({ subjectId })}>
            {audit.onThis}
          </Button>
        )}
      </Group>
    </>
  );
}

function detailText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { messages } from "../messages/index.ts";
import { Dialog } from "./dialog.tsx";

export interface VersionDifference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

interface Conflict {
  readonly isOpen: boolean;
  readonly differences: readonly VersionDifference[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Two people edited the same thing: both versions side by side, and nothing typed is lost before one is chosen. */
export function VersionConflict({ isOpen, differences, onKeepMine, onTakeTheirs }: Conflict) {
  const { patient } = messages;
  return (
    <Dialog isOpen={isOpen} title={patient.conflictTitle} onClose={onKeepMine}>
      <Stack gap={16}>
        <Text>{patient.conflictText}</Text>
        {differences.length === 0 ? (
          <Text>{patient.conflictSame}</Text>
        ) : (
          <Table.ScrollContainer minWidth={300}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{patient.conflictField}</Table.Th>
                  <Table.Th>{patient.conflictMine}</Table.Th>
                  <Table.Th>{patient.conflictTheirs}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {differences.map(({ field, mine, theirs }) => (
                  <Table.Tr key={field}>
                    <Table.Th scope="row">{field}</Table.Th>
                    <Table.Td>{mine || patient.empty}</Table.Td>
                    <Table.Td>{theirs || patient.empty}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" h={44} onClick={onTakeTheirs}>
            {patient.takeTheirs}
          </Button>
          <Button h={44} onClick={onKeepMine}>
            {patient.keepMine}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

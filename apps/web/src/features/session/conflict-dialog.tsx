import { changedByBoth, type SessionRecord } from "@fibril/session";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { reasonWords } from "./reason-words.ts";
import { recordOf } from "./record-of.ts";
import { recordParts } from "./record-parts.ts";
import type { Conflict, RecordDraft } from "./use-record-draft.ts";

/** Somebody saved the record meanwhile: what both changed is shown, and nothing is lost before one is chosen. */
export function ConflictDialog({
  draft,
  conflict,
}: {
  readonly draft: RecordDraft;
  readonly conflict: Conflict | null;
}) {
  const [isPutOff, setIsPutOff] = useState(false);
  const text = messages.session;
  if (conflict && isPutOff) {
    return (
      <Alert role="alert" mt={16} variant="outline" color="var(--fb-stop)" title={text.conflictTitle}>
        <Button variant="default" h={44} onClick={() => setIsPutOff(false)}>
          {text.chooseVersion}
        </Button>
      </Alert>
    );
  }
  return (
    <Dialog isOpen={conflict !== null} title={text.conflictTitle} onClose={() => setIsPutOff(true)}>
      {conflict && (
        <Stack gap={16}>
          <Text>{text.conflictText}</Text>
          <table className="fb-compare-records">
            <thead>
              <tr>
                <th scope="col">{text.part}</th>
                <th scope="col">{text.mine}</th>
                <th scope="col">{text.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {partsBetween(draft.record, conflict).map(({ part, left, right }) => (
                <tr key={part}>
                  <th scope="row">{text.parts[part]}</th>
                  <td>{left}</td>
                  <td>{right}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" h={44} onClick={draft.takeTheirs}>
              {text.takeTheirs}
            </Button>
            <Button h={44} onClick={draft.keepMine}>
              {text.keepMine}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}

function partsBetween(mine: SessionRecord, { theirs, base }: Conflict) {
  const record = recordOf(theirs.record);
  const open = changedByBoth({ base, mine, theirs: record });
  return recordParts(mine, record, reasonWords(theirs, [mine, record])).filter(({ part }) => open.includes(part));
}

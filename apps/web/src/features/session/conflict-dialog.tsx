import type { SessionView } from "@fibril/contract";
import type { SessionRecord } from "@fibril/session";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { reasonWords } from "./reason-words.ts";
import { recordOf } from "./record-of.ts";
import { recordParts } from "./record-parts.ts";
import type { RecordDraft } from "./use-record-draft.ts";

/** Somebody saved the record meanwhile: both are shown where they differ, and nothing is lost before one is chosen. */
export function ConflictDialog({
  draft,
  theirs,
}: {
  readonly draft: RecordDraft;
  readonly theirs: SessionView | null;
}) {
  const [isPutOff, setIsPutOff] = useState(false);
  const text = messages.session;
  if (theirs && isPutOff) {
    return (
      <Alert role="alert" mt={16} variant="outline" color="var(--fb-stop)" title={text.conflictTitle}>
        <Button variant="default" h={44} onClick={() => setIsPutOff(false)}>
          {text.chooseVersion}
        </Button>
      </Alert>
    );
  }
  return (
    <Dialog isOpen={theirs !== null} title={text.conflictTitle} onClose={() => setIsPutOff(true)}>
      {theirs && (
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
              {partsBetween(draft.record, theirs).map(({ part, left, right }) => (
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

function partsBetween(mine: SessionRecord, theirs: SessionView) {
  const record = recordOf(theirs.record);
  return recordParts(mine, record, reasonWords(theirs, [mine, record]));
}

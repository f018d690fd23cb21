import type { SessionView } from "@fibril/contract";
import type { ReactNode } from "react";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { openGaps } from "./open-gaps.ts";
import { RecordEditor } from "./record-editor.tsx";
import { SignBar } from "./sign-bar.tsx";
import { useRecordDraft } from "./use-record-draft.ts";

interface Draft {
  readonly view: SessionView;
  readonly weight: ReactNode;
}

export function DraftSession({ view, weight }: Draft) {
  const draft = useRecordDraft(view);
  const gaps = openGaps(view, draft.record);
  return (
    <>
      <RecordEditor
        view={view}
        record={draft.record}
        gaps={gaps}
        change={draft.change}
        replace={draft.replace}
        weight={weight}
      />
      <SignBar view={view} draft={draft} gaps={gaps} />
      <ConflictDialog draft={draft} conflict={draft.conflict} />
    </>
  );
}

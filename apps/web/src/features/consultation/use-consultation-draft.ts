import { ConsultationView } from "@fibril/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { type ConsultationDraft, draftOf } from "./consultation-draft.ts";
import { consultationQuery } from "./queries.ts";

/** The consultation as it is edited: kept on this device with every answer, sent with the version it started from. */
export function useConsultationDraft(patientId: string, stored: ConsultationView | null) {
  const draft = useDraft(`consultation.${patientId}`, draftOf(stored));
  const [theirs, setTheirs] = useState<ConsultationDraft | null>(null);
  const [isChanged, setIsChanged] = useState(draft.restored);
  const queryClient = useQueryClient();
  const keep = useWrite({
    send: (body: ConsultationDraft, idempotencyKey) =>
      api.put(`/api/patients/${patientId}/consultation`, { schema: ConsultationView, body, idempotencyKey }),
    onDone: async (consultation) => {
      queryClient.setQueryData(consultationQuery(patientId).queryKey, { consultation });
      draft.clear();
      await queryClient.invalidateQueries({ queryKey: ["patient", patientId] });
    },
  });
  const settle = (version: number, value: ConsultationDraft) => {
    draft.change({ ...value, version });
    setTheirs(null);
    keep.reset();
  };
  return {
    value: draft.value,
    fault: theirs ? null : keep.error,
    isSaving: keep.isPending,
    isChanged,
    theirs,
    change: (change: Partial<ConsultationDraft>) => {
      setIsChanged(true);
      draft.change((before) => ({ ...before, ...change }));
    },
    save: () => keep.mutate(draft.value, { onError: (fault) => setTheirs(currentOf(fault)) }),
    keepMine: () => theirs && settle(theirs.version, draft.value),
    takeTheirs: () => theirs && settle(theirs.version, theirs),
  };
}

function currentOf(fault: Error): ConsultationDraft | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const current = ConsultationView.safeParse(fault.current);
  return current.success ? draftOf(current.data) : null;
}

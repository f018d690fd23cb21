import { ConsultationDraftView } from "@fibril/contract";
import { useEffect } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { type ConsultationDraft, contentOf } from "./consultation-draft.ts";

const pauseMs = 1_500;

interface Keeping {
  readonly patientId: string;
  readonly value: ConsultationDraft;
  /** The draft's own version at the clinic; 0 where none is kept yet. */
  readonly keptVersion: number;
  /** What the clinic kept before this page was opened; it need not be sent again. */
  readonly alreadyKept: ConsultationDraft | null;
  /** Nothing to keep: unchanged, not one's to change, being saved, or two versions stand side by side. */
  readonly isPaused: boolean;
  readonly onKept: (kept: ConsultationDraftView) => void;
  readonly onOther: (other: ConsultationDraftView) => void;
}

/** Sends what is typed to the clinic as soon as the hands rest, so that it goes on at any device. */
export function useKeptDraft({ patientId, value, keptVersion, alreadyKept, isPaused, onKept, onOther }: Keeping) {
  const keep = useWrite({
    send: async (sent: { readonly value: ConsultationDraft; readonly version: number }, idempotencyKey) => {
      const body = { version: sent.version, startedFrom: sent.value.version, content: contentOf(sent.value) };
      const path = `/api/patients/${patientId}/consultation/draft`;
      try {
        return await api.put(path, { schema: ConsultationDraftView, body, idempotencyKey });
      } catch (fault) {
        const other = otherDraft(fault);
        if (other) onOther(other);
        throw fault;
      }
    },
    onDone: onKept,
  });
  const { mutate, isPending, isSuccess, variables, error } = keep;
  const isSame = variables?.value === value;
  const isRefused = error instanceof ApiProblem && error.status < 500;
  const isKept = value === alreadyKept || (isSame && isSuccess);
  const waits = isPaused || isPending || isKept || (isSame && isRefused);
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => mutate({ value, version: keptVersion }), pauseMs);
    return () => clearTimeout(timer);
  }, [waits, mutate, value, keptVersion]);
  return { isKept, isKeeping: isPending, fault: isSame ? error : null };
}

function otherDraft(fault: unknown): ConsultationDraftView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  return ConsultationDraftView.safeParse(fault.current).data ?? null;
}

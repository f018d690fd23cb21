import { type ConsultationDraftView, ConsultationView } from "@fibril/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import type { Saving } from "../../ui/save-state.tsx";
import { type ConsultationDraft, draftOf, draftOfKept } from "./consultation-draft.ts";
import { consultationDraftQuery, consultationQuery } from "./queries.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

interface OnDevice {
  readonly value: ConsultationDraft;
  /** The clinic's draft that this one goes on from; 0 where there was none. */
  readonly keptVersion: number;
}

interface Edited {
  readonly patientId: string;
  readonly stored: ConsultationView | null;
  /** What the clinic keeps of somebody's typing, here or at another device. */
  readonly kept: ConsultationDraftView | null;
  readonly mayChange: boolean;
}

/**
 * The consultation as it is edited: kept on this device with every answer, kept by the clinic as soon as the hands rest,
 * and made the consultation with the version it started from.
 */
export function useConsultationDraft({ patientId, stored, kept, mayChange }: Edited) {
  const device = useDraft<OnDevice>(`consultation-draft.${patientId}`, {
    value: kept ? draftOfKept(kept) : draftOf(stored),
    keptVersion: kept?.version ?? 0,
  });
  const { value, keptVersion } = device.value;
  const [alreadyKept] = useState(kept && !device.restored ? value : null);
  const [theirs, setTheirs] = useState<OnDevice | null>(() =>
    device.restored && kept && kept.version > keptVersion ? onDevice(kept) : null,
  );
  const [isChanged, setIsChanged] = useState(device.restored || kept !== null);
  const queryClient = useQueryClient();
  const keep = useWrite({
    send: (body: ConsultationDraft, idempotencyKey) =>
      api.put(`/api/patients/${patientId}/consultation`, { schema: ConsultationView, body, idempotencyKey }),
    onDone: async (consultation) => {
      device.clear();
      queryClient.setQueryData(consultationDraftQuery(patientId).queryKey, { draft: null });
      queryClient.setQueryData(consultationQuery(patientId).queryKey, { consultation });
      await queryClient.invalidateQueries({ queryKey: ["patient", patientId] });
    },
  });
  const autosave = useKeptDraft({
    patientId,
    value,
    keptVersion,
    alreadyKept,
    isPaused: !mayChange || !isChanged || theirs !== null || keep.isPending || keep.isSuccess,
    onKept: ({ version }) => device.change((before) => ({ ...before, keptVersion: version })),
    onOther: (other) => setTheirs(onDevice(other)),
  });
  const settle = (next: OnDevice) => {
    device.change(next);
    setTheirs(null);
    keep.reset();
  };
  return {
    value,
    fault: theirs ? null : keep.error,
    saving: savingOf({ keep, autosave }),
    isSaving: keep.isPending,
    isChanged,
    theirs: theirs?.value ?? null,
    change: (change: Partial<ConsultationDraft>) => {
      setIsChanged(true);
      device.change((before) => ({ ...before, value: { ...before.value, ...change } }));
    },
    save: () =>
      keep.mutate(value, {
        onError: (fault) => {
          const current = currentOf(fault);
          if (current) setTheirs({ value: current, keptVersion });
        },
      }),
    keepMine: () =>
      theirs && settle({ value: { ...value, version: theirs.value.version }, keptVersion: theirs.keptVersion }),
    takeTheirs: () => theirs && settle(theirs),
  };
}

function onDevice(kept: ConsultationDraftView): OnDevice {
  return { value: draftOfKept(kept), keptVersion: kept.version };
}

interface States {
  readonly keep: { readonly isPending: boolean; readonly error: Error | null };
  readonly autosave: ReturnType<typeof useKeptDraft>;
}

function savingOf({ keep, autosave }: States): Saving | "kept" {
  if (keep.error || autosave.fault) return { state: "failed" };
  if (keep.isPending || autosave.isKeeping) return { state: "saving" };
  return autosave.isKept ? "kept" : { state: "unsaved" };
}

function currentOf(fault: Error): ConsultationDraft | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const current = ConsultationView.safeParse(fault.current);
  return current.success ? draftOf(current.data) : null;
}

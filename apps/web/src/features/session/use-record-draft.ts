import { SessionRecordBody, SessionView } from "@fibril/contract";
import {
  changedByBoth,
  changeSession,
  mergeRecords,
  type SessionChange,
  type SessionRecord,
  type TwoHands,
} from "@fibril/session";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { timeOf } from "../../ui/day.tsx";
import type { Saving } from "../../ui/save-state.tsx";
import { recordOf } from "./record-of.ts";
import { sessionQuery } from "./session-queries.ts";

const KeptDraft = z.object({ version: z.number(), record: SessionRecordBody });
const pauseMs = 700;
const retryMs = 5_000;

export interface RecordDraft {
  readonly record: SessionRecord;
  readonly change: (...changes: readonly SessionChange[]) => void;
  /** For what may be refused, such as a cartridge: the record that came of it. */
  readonly replace: (record: SessionRecord) => void;
  readonly version: number;
  readonly isSaved: boolean;
  readonly saving: Saving;
  readonly fault: Error | null;
  /** What somebody else saved meanwhile and both changed; nothing is sent until one of the two is chosen. */
  readonly conflict: Conflict | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

export interface Conflict {
  readonly theirs: SessionView;
  /** What both began with; null where that is not known any more. */
  readonly base: SessionRecord | null;
}

interface Base {
  readonly version: number;
  readonly record: SessionRecord;
}

/** The record on the screen: kept on this device with every change, sent to the clinic as soon as the hands rest. */
export function useRecordDraft(view: SessionView): RecordDraft {
  const kept = useDraft<z.infer<typeof KeptDraft> | null>(`session.${view.id}`, null);
  const [start] = useState(() => startOf(view, kept.value));
  const [base, setBase] = useState<Base>(start.base);
  const [record, setRecord] = useState(start.record);
  const [conflict, setConflict] = useState<Conflict | null>(start.conflict);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const queryClient = useQueryClient();
  const { now, timeZone } = useClinicClock();
  const isSaved = record === base.record;
  // What was typed while an answer was on its way counts too.
  const latest = useRef(record);
  useEffect(() => {
    latest.current = record;
  }, [record]);

  const save = useWrite({
    send: async (content: Base, idempotencyKey) => {
      try {
        return await api.put(`/api/sessions/${view.id}`, { schema: SessionView, body: content, idempotencyKey });
      } catch (fault) {
        const theirs = staleVersionOf(fault);
        if (theirs) meet({ theirs, base: base.record });
        throw fault;
      }
    },
    onDone: (answer, sent) => {
      setBase({ version: answer.version, record: sent.record });
      setSavedAt(now());
      queryClient.setQueryData(sessionQuery(view.id).queryKey, answer);
    },
  });
  /** Where nothing was changed by both, there is nothing to choose: it is kept from either, and sent. */
  const meet = (met: Conflict) => {
    const hands = handsOf(met, latest.current);
    if (changedByBoth(hands).length > 0) return setConflict(met);
    settle(hands, met.theirs, "mine");
    notifications.show({ message: messages.session.mergedBoth });
  };
  const settle = (hands: TwoHands, theirs: SessionView, preferred: "mine" | "theirs") => {
    setBase({ version: theirs.version, record: hands.theirs });
    replace(mergeRecords(hands, preferred), theirs.version);
    setConflict(null);
  };
  const { mutate, isPending, error, variables } = save;
  const isRefused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  const isSame = variables?.record === record && variables.version === base.version;
  const waits = isSaved || isPending || conflict !== null || (isRefused && isSame);

  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => mutate({ version: base.version, record }), error && isSame ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [waits, mutate, base.version, record, error, isSame]);

  const { clear } = kept;
  useEffect(() => {
    if (isSaved) clear();
  }, [isSaved, clear]);

  useEffect(() => {
    if (!isSaved || view.version <= base.version) return;
    const theirs = recordOf(view.record);
    setBase({ version: view.version, record: theirs });
    setRecord(theirs);
  }, [isSaved, view, base.version]);

  const replace = (next: SessionRecord, version = base.version) => {
    setRecord(next);
    kept.change({ version, record: next as SessionRecordBody });
  };
  const choose = (preferred: "mine" | "theirs") => {
    if (conflict) settle(handsOf(conflict, record), conflict.theirs, preferred);
  };
  return {
    record,
    replace: (next) => replace(next),
    change: (...changes) => replace(changes.reduce(changeSession, record)),
    version: base.version,
    isSaved,
    saving: savingOf({ isSaved, isPending, error: isSame ? error : null, savedAt, timeZone }),
    // That the clinic can't be reached is said in one line: it is tried again without anybody's doing.
    fault: conflict || !isSame || isUnreachable(error) ? null : error,
    conflict,
    keepMine: () => choose("mine"),
    takeTheirs: () => choose("theirs"),
  };
}

function handsOf({ theirs, base }: Conflict, mine: SessionRecord): TwoHands {
  return { base, mine, theirs: recordOf(theirs.record) };
}

interface Start {
  readonly base: Base;
  readonly record: SessionRecord;
  readonly conflict: Conflict | null;
}

/** What was typed before a reload goes on; where the clinic's record moved on meanwhile, both are shown. */
export function startOf(view: SessionView, kept: unknown): Start {
  const stored = recordOf(view.record);
  const base = { version: view.version, record: stored };
  const draft = KeptDraft.safeParse(kept);
  if (!draft.success) return { base, record: stored, conflict: null };
  const record = recordOf(draft.data.record);
  if (JSON.stringify(record) === JSON.stringify(stored)) return { base, record: stored, conflict: null };
  return { base, record, conflict: draft.data.version === view.version ? null : { theirs: view, base: null } };
}

function staleVersionOf(fault: unknown): SessionView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const theirs = SessionView.safeParse(fault.current);
  return theirs.success ? theirs.data : null;
}

function isUnreachable(error: Error | null): boolean {
  return error instanceof ApiProblem && error.code === "unreachable";
}

interface Doing {
  readonly isSaved: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly savedAt: number | null;
  readonly timeZone: string;
}

function savingOf({ isSaved, isPending, error, savedAt, timeZone }: Doing): Saving {
  if (isPending) return { state: "saving" };
  if (!isSaved && isUnreachable(error)) return { state: "unreachable" };
  if (!isSaved) return { state: error ? "failed" : "unsaved" };
  return { state: "saved", at: savedAt === null ? "" : timeOf(savedAt, timeZone) };
}

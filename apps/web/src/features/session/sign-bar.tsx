import { SessionView } from "@fibril/contract";
import type { Gap } from "@fibril/session";
import { Button, Popover } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { RunningCreams } from "./cream-clock.tsx";
import { gapLines, stepOfGap } from "./open-gaps.ts";
import { sessionQuery } from "./session-queries.ts";
import type { RecordDraft } from "./use-record-draft.ts";

interface Bar {
  readonly view: SessionView;
  readonly draft: RecordDraft;
  readonly gaps: readonly Gap[];
}

/** What is still missing, always in sight, and the one act that ends the record. */
export function SignBar({ view, draft, gaps }: Bar) {
  const [isAsking, setIsAsking] = useState(false);
  const queryClient = useQueryClient();
  const text = messages.session;
  const sign = useWrite({
    send: (body: { readonly version: number }, idempotencyKey) =>
      api.post(`/api/sessions/${view.id}/signature`, { schema: SessionView, body, idempotencyKey }),
    onDone: async (signed) => {
      queryClient.setQueryData(sessionQuery(view.id).queryKey, signed);
      // That it is signed, and by whom, stands at the top.
      window.scrollTo({ top: 0 });
      await Promise.all(
        [["today"], ["patient", view.patientId]].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
    },
  });
  return (
    <section className="fb-sign-bar" aria-label={text.beforeSigning}>
      <ProblemNote fault={sign.error ?? draft.fault} />
      <div className="fb-sign-row">
        {draft.record.anaesthetic?.used === "yes" && <RunningCreams creams={draft.record.anaesthetic.creams} />}
        <Missing gaps={gaps} />
        <SaveState saving={draft.saving} />
        <Button h={48} disabled={gaps.length > 0 || !draft.isSaved} onClick={() => setIsAsking(true)}>
          {text.sign}
        </Button>
      </div>
      <ConfirmInWords
        isOpen={isAsking}
        title={text.signTitle}
        consequence={text.signConsequence(view.patientName, draft.record.zones.length > 0)}
        act={text.sign}
        isBusy={sign.isPending}
        onConfirm={() => {
          setIsAsking(false);
          sign.mutate({ version: draft.version });
        }}
        onClose={() => setIsAsking(false)}
      />
    </section>
  );
}

function Missing({ gaps }: { readonly gaps: readonly Gap[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const text = messages.session;
  const [first] = gaps;
  if (!first) return <p className="fb-sign-words">{text.nothingMissing}</p>;
  return (
    <div className="fb-sign-words">
      <Popover opened={isOpen} onChange={setIsOpen} position="top-start" width={380} trapFocus>
        <Popover.Target>
          <Button variant="default" h={44} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {text.missingCount(gapLines(gaps).length)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ul className="fb-gaps">
            {gapLines(gaps).map(({ gap, count }) => (
              <li key={gap.words} data-kind={gap.kind}>
                <GapLink gap={gap} count={count} onGo={() => setIsOpen(false)} />
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
      <span className="fb-sign-first">{first.words}</span>
    </div>
  );
}

interface Line {
  readonly gap: Gap;
  readonly count: number;
  readonly onGo: () => void;
}

function GapLink({ gap, count, onGo }: Line) {
  const step = stepOfGap(gap);
  const words = count > 1 ? messages.session.gapInZones(gap.words, count) : gap.words;
  if (step === null) return words;
  return (
    <a href={`#step-${step}`} onClick={onGo}>
      {words}
    </a>
  );
}

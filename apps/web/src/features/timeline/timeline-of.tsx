import { addDays, type CalendarDate } from "@fibril/kernel";
import { SegmentedControl, Stack, Text } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { messages } from "../../messages/index.ts";
import { CourseTimeline } from "../../ui/course-timeline.tsx";
import type { TimelineEntry } from "../../ui/course-timeline-model.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { WorkingNote } from "../../ui/response-chart-working.tsx";
import { useCollagen } from "../../workers/use-collagen.ts";
import { BandNotes } from "./band-notes.tsx";
import { type BandQuantity, bandPhases, bandQuestion, expectedBand } from "./expected-band.ts";
import { timelineEntries, timelineWindows } from "./timeline-entries.ts";
import type { TimelineFacts } from "./timeline-facts.ts";
import { timelineSpan } from "./timeline-span.ts";

interface Shown {
  readonly facts: TimelineFacts;
  readonly today: string;
  /** Patients read what the band is in plain words; its figures and its model are folded away. */
  readonly reader?: "clinic" | "patient";
  readonly onOpen?: (entry: TimelineEntry) => void;
  /** Beneath the band, for those who plan. */
  readonly more?: ReactNode;
}

const quantities = Object.entries(messages.collagen.quantities).map(([value, label]) => ({ value, label }));

/** Everything on one axis, with the band that is expected of a population; the portal brings its own facts. */
export function TimelineOf({ facts, today, reader = "clinic", onOpen, more }: Shown) {
  const text = messages.timeline;
  const [quantity, setQuantity] = useState<BandQuantity>("mass");
  const entries = useMemo(() => timelineEntries(facts), [facts]);
  const windows = useMemo(() => timelineWindows(facts), [facts]);
  const question = useMemo(() => bandQuestion(entries, facts.ageYears), [entries, facts.ageYears]);
  const asked = useBand(question);
  const { answer: band, isCurrent } = asked;
  const drawn = useMemo(() => {
    if (!band || !question || !isCurrent) return null;
    const { first } = question;
    return { band, expected: expectedBand({ band, quantity, first }), phases: bandPhases(band, first) };
  }, [band, isCurrent, question, quantity]);
  if (entries.length === 0 && windows.length === 0) return <EmptyState title={text.nothing} text={text.nothingText} />;
  const horizon = question ? addDays(question.first, question.horizonDays) : null;
  return (
    <Stack gap={12}>
      {drawn && reader === "clinic" && (
        <SegmentedControl
          className="fb-quantity"
          aria-label={messages.collagen.quantityLabel}
          data={quantities}
          value={quantity}
          onChange={(value) => setQuantity(value as BandQuantity)}
        />
      )}
      <CourseTimeline
        {...timelineSpan({ entries, windows, today: today as CalendarDate, horizon: drawn ? horizon : null })}
        today={today}
        entries={entries}
        windows={windows}
        band={drawn?.expected}
        phases={drawn?.phases ?? []}
        isSaved={reader === "clinic"}
        {...(onOpen ? { onOpen } : {})}
      />
      {drawn && <BandNotes band={drawn.band} phases={drawn.phases} quantity={quantity} reader={reader} />}
      {drawn && more}
      {question === null ? (
        <NoBand ageYears={facts.ageYears} />
      ) : (
        !drawn && <WorkingNote {...asked} isStale={false} onStop={asked.stop} onAgain={asked.again} />
      )}
    </Stack>
  );
}

function useBand(question: ReturnType<typeof bandQuestion>) {
  const request = useMemo(() => {
    if (!question) return null;
    const { first: _first, ...asked } = question;
    return asked;
  }, [question]);
  return useCollagen("timeline", request);
}

/** Why there is none; nothing is said while no session is planned. */
function NoBand({ ageYears }: { readonly ageYears: number | null }) {
  const text = messages.collagen.band;
  const words = ageYears === null ? text.noAge : ageYears < 18 ? text.below18 : null;
  if (words === null) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {words}
    </Text>
  );
}

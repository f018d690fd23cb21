import { modelSentences } from "@fibril/collagen";
import { addDays, type CalendarDate } from "@fibril/kernel";
import { Text } from "@mantine/core";
import { useMemo } from "react";
import { messages } from "../../messages/index.ts";
import { CourseTimeline } from "../../ui/course-timeline.tsx";
import type { TimelineEntry } from "../../ui/course-timeline-model.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { bandPhases, bandQuestion, expectedBand } from "./expected-band.ts";
import { timelineEntries, timelineWindows } from "./timeline-entries.ts";
import type { TimelineFacts } from "./timeline-facts.ts";
import { timelineSpan } from "./timeline-span.ts";
import { useBand } from "./use-band.ts";

interface Shown {
  readonly facts: TimelineFacts;
  readonly today: string;
  readonly onOpen?: (entry: TimelineEntry) => void;
}

/** Everything on one axis, with the band that is expected of a population; the portal brings its own facts. */
export function TimelineOf({ facts, today, onOpen }: Shown) {
  const text = messages.timeline;
  const entries = useMemo(() => timelineEntries(facts), [facts]);
  const windows = useMemo(() => timelineWindows(facts), [facts]);
  const question = useMemo(() => bandQuestion(entries, facts.ageYears), [entries, facts.ageYears]);
  const band = useBand(question);
  const drawn = useMemo(() => {
    if (!band.data || !question) return null;
    return { band: expectedBand(band.data, question.first), phases: bandPhases(band.data, question.first) };
  }, [band.data, question]);
  if (entries.length === 0 && windows.length === 0) return <EmptyState title={text.nothing} text={text.nothingText} />;
  const horizon = question ? addDays(question.first, question.horizonDays) : null;
  return (
    <>
      <CourseTimeline
        {...timelineSpan({ entries, windows, today: today as CalendarDate, horizon: drawn ? horizon : null })}
        today={today}
        entries={entries}
        windows={windows}
        band={drawn?.band}
        phases={drawn?.phases ?? []}
        {...(onOpen ? { onOpen } : {})}
      />
      {drawn && (
        <Text size="sm" c="dimmed">
          {[text.bandTitle, modelSentences.setting, modelSentences.width, modelSentences.durability].join(" ")}
        </Text>
      )}
      <BandState isBusy={band.isLoading} isFailed={band.isError} isMinor={(facts.ageYears ?? 18) < 18} />
    </>
  );
}

interface State {
  readonly isBusy: boolean;
  readonly isFailed: boolean;
  readonly isMinor: boolean;
}

function BandState({ isBusy, isFailed, isMinor }: State) {
  const text = messages.timeline;
  const words = isMinor ? text.noBandBelow18 : isBusy ? text.bandBusy : isFailed ? text.bandFailed : null;
  if (words === null) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {words}
    </Text>
  );
}

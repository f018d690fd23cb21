import "./course-timeline.css";
import { useElementSize } from "@mantine/hooks";
import { useId, useRef } from "react";
import { messages } from "../messages/index.ts";
import { ExpectedBandPlot } from "./course-timeline-band.tsx";
import { TimelineLane } from "./course-timeline-lane.tsx";
import type { Timeline } from "./course-timeline-model.ts";
import { NowLine } from "./course-timeline-now.tsx";
import { PhaseFills } from "./course-timeline-phases.tsx";
import { TimelineTable } from "./course-timeline-table.tsx";
import { dayScale } from "./day-scale.ts";
import { SaveDrawing } from "./response-chart-save.tsx";

const everyLane = ["session", "check-in", "photograph", "scale"] as const;
const laneHeight = 44;
/** Below this the names of the lanes stand above them, so that the days have the whole width. */
const wideFrom = 560;
const top = 28;
const bandHeight = 130;
/** Three lines of words stand above the band, each short enough for a small telephone. */
const bandTop = 56;
/** Half of the word below the line, which stays inside the drawing where today is its last day. */
const halfToday = 22;

/** Everything about one course on one axis: what was, what is planned and what is expected of people like this. */
export function CourseTimeline(timeline: Timeline) {
  const {
    from,
    to,
    today,
    entries,
    lanes = everyLane,
    windows = [],
    band,
    phases = [],
    isSaved = true,
    onOpen,
  } = timeline;
  const { ref, width: measured } = useElementSize();
  const drawing = useRef<SVGSVGElement>(null);
  const description = useId();
  const width = Math.max(300, measured || 900);
  const isNarrow = width < wideFrom;
  const left = isNarrow ? 40 : 108;
  const scale = dayScale({ from, to, left, right: width - 16 });
  const lanesEnd = top + lanes.length * laneHeight;
  const height = lanesEnd + (band ? bandTop + bandHeight + 8 : 0) + 20;
  const todayX = scale.x(today);
  return (
    <figure
      className="fb-timeline"
      ref={ref}
      aria-label={messages.ui.timeline}
      {...(band ? { "aria-describedby": description } : {})}
    >
      <svg ref={drawing} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="presentation">
        {scale.months.map(({ date, label, x }) => (
          <g key={date} className="fb-timeline-tick">
            <line x1={x} x2={x} y1={top - 4} y2={height - 16} />
            <text x={x + 4} y={16}>
              {label}
            </text>
          </g>
        ))}
        {band && <PhaseFills phases={phases} scale={scale} y={lanesEnd + bandTop} height={bandHeight} />}
        <NowLine
          timeline={{ lanes, phases, band, today }}
          scale={scale}
          isNarrow={isNarrow}
          top={top}
          laneHeight={laneHeight}
          bandY={lanesEnd + bandTop}
          toY={height - 16}
        />
        {lanes.map((lane, index) => (
          <TimelineLane
            key={lane}
            lane={lane}
            y={top + index * laneHeight}
            height={laneHeight}
            isNarrow={isNarrow}
            left={left}
            right={width - 16}
            scale={scale}
            entries={entries.filter((entry) => entry.lane === lane)}
            windows={lane === "session" ? windows : []}
            {...(onOpen ? { onOpen } : {})}
          />
        ))}
        {band && <ExpectedBandPlot band={band} scale={scale} y={lanesEnd + bandTop} height={bandHeight} left={left} />}
        <text className="fb-timeline-today" x={Math.min(todayX, width - halfToday)} y={height - 3} textAnchor="middle">
          {messages.ui.today}
        </text>
      </svg>
      {band && (
        <figcaption id={description} className="fb-hidden">
          {band.description}
        </figcaption>
      )}
      <TimelineTable timeline={timeline} />
      {band && isSaved && <SaveDrawing drawing={drawing} fileName={messages.ui.timelineFile} notes={band.notes} />}
    </figure>
  );
}

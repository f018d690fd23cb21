import "./response-chart.css";
import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useId, useRef } from "react";
import { messages } from "../messages/index.ts";
import { Axes } from "./response-chart-axes.tsx";
import { type ChartReference, type ChartSeries, chartScale, namePlaces } from "./response-chart-model.ts";
import { SaveDrawing } from "./response-chart-save.tsx";
import { ReferenceArea, SeriesLine, SeriesMarks } from "./response-chart-series.tsx";

interface Chart {
  readonly title: string;
  /** The same in words, for those who can't see it. */
  readonly description: string;
  readonly series: readonly ChartSeries[];
  readonly reference?: ChartReference;
  readonly xLabel: string;
  readonly zeroLabel: string;
  /** One day marked on the axis. */
  readonly cursor?: number;
  readonly height: number;
  /** Burnt into a saved drawing, without and with the name of its file. */
  readonly notes: readonly string[];
  readonly fileName: string;
  readonly children?: ReactNode;
}

const markRow = 18;
const nameRoom = { least: 20, perLetter: 7 };

/** Bands with their middle lines over one axis of days. One quantity only. */
export function ResponseChart({ title, description, series, reference, height, ...chart }: Chart) {
  const { ref, width: measured } = useElementSize();
  const drawing = useRef<SVGSVGElement>(null);
  const describedBy = useId();
  const width = Math.max(280, measured || 760);
  const rows = series.filter(({ marks }) => marks);
  const bottom = height - 40 - rows.length * markRow;
  const longest = Math.max(...series.map(({ name }) => name.length));
  const room = nameRoom.least + nameRoom.perLetter * longest;
  const frame = { left: 44, right: width - room, top: 34, bottom };
  const scale = chartScale({ series, reference, frame });
  const names = namePlaces(series, scale);
  return (
    <figure className="fb-response" ref={ref} aria-label={title} aria-describedby={describedBy}>
      <svg ref={drawing} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="presentation">
        <text className="fb-response-title" x={0} y={14}>
          {title}
        </text>
        <Axes scale={scale} frame={frame} xLabel={chart.xLabel} zeroLabel={chart.zeroLabel} height={height} />
        {reference && <ReferenceArea reference={reference} scale={scale} />}
        {series.map((one) => (
          <SeriesLine key={one.name} series={one} scale={scale} nameAt={names.get(one.name) ?? 0} />
        ))}
        {rows.map((one, row) => (
          <SeriesMarks key={one.name} series={one} scale={scale} y={bottom + 12 + row * markRow} />
        ))}
        {chart.cursor !== undefined && (
          <line
            className="fb-response-cursor"
            x1={scale.x(chart.cursor)}
            x2={scale.x(chart.cursor)}
            y1={frame.top - 6}
            y2={bottom}
          />
        )}
      </svg>
      <figcaption id={describedBy} className="fb-hidden">
        {description}
      </figcaption>
      {chart.children}
      <SaveDrawing
        drawing={drawing}
        fileName={chart.fileName}
        notes={[...chart.notes, messages.ui.bandCaption, description]}
      />
    </figure>
  );
}

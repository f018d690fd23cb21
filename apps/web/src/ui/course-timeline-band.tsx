import { messages } from "../messages/index.ts";
import type { BandPoint, ExpectedBand } from "./course-timeline-model.ts";
import type { DayScale } from "./day-scale.ts";

interface Plot {
  readonly band: ExpectedBand;
  readonly scale: DayScale;
  readonly y: number;
  readonly height: number;
  readonly left: number;
}

export function ExpectedBandPlot({ band, scale, y, height, left }: Plot) {
  const max = Math.max(1e-9, ...band.points.map(({ p95 }) => p95));
  const min = Math.min(0, ...band.points.map(({ p5 }) => p5));
  const at = (value: number) => y + height - ((value - min) / (max - min)) * (height - 26);
  const solid = band.points.filter(({ date }) => date <= band.solidUntil);
  const dashed = band.points.filter(({ date }) => date >= (solid.at(-1)?.date ?? ""));
  const end = scale.x(band.points.at(-1)?.date ?? band.solidUntil);
  const line = (points: readonly BandPoint[]) =>
    points.map(({ date, p50 }, index) => `${index === 0 ? "M" : "L"}${scale.x(date)} ${at(p50)}`).join("");
  const area = (points: readonly BandPoint[]) => {
    const upper = points.map(({ date, p95 }) => `${scale.x(date)} ${at(p95)}`);
    const lower = points.map(({ date, p5 }) => `${scale.x(date)} ${at(p5)}`).reverse();
    return points.length < 2 ? "" : `M${[...upper, ...lower].join("L")}Z`;
  };
  return (
    <g className="fb-band">
      <text className="fb-band-label" x={0} y={y - 40}>
        {messages.ui.population}
      </text>
      <text className="fb-timeline-name" x={0} y={y - 24}>
        {band.quantity}
      </text>
      <text className="fb-timeline-name" x={0} y={y - 8}>
        {messages.ui.bandCaption}
      </text>
      <path className="fb-band-area" d={area(solid)} />
      <path className="fb-band-area fb-band-area-beyond" d={area(dashed)} />
      <path className="fb-band-line" d={line(solid)} />
      <path className="fb-band-line fb-band-line-beyond" d={line(dashed)} />
      <line className="fb-band-untreated" x1={left} x2={end} y1={at(0)} y2={at(0)} />
      <text className="fb-band-note" x={end} y={at(0) + 14} textAnchor="end">
        {messages.ui.untreated}
      </text>
      <EvidenceEnd x={scale.x(band.solidUntil)} end={end} y={y} height={height} />
      <text className="fb-timeline-name" x={0} y={at(max) + 5}>{`${max.toFixed(0)} ${band.unit}`}</text>
      <text className="fb-timeline-name" x={0} y={at(0) + 5}>{`0 ${band.unit}`}</text>
    </g>
  );
}

interface EvidenceEndAt {
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
}

const noteWidth = 130;

function EvidenceEnd({ x, end, y, height }: EvidenceEndAt) {
  const isNearEnd = end - x < noteWidth;
  return (
    <>
      <line className="fb-band-evidence" x1={x} x2={x} y1={y + 4} y2={y + height} />
      <text className="fb-band-note" x={x + (isNearEnd ? -5 : 5)} y={y + 34} textAnchor={isNearEnd ? "end" : "start"}>
        {messages.ui.evidenceEnds}
      </text>
    </>
  );
}

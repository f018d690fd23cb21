import { messages } from "../messages/index.ts";
import type { BandPoint, ExpectedBand } from "./course-timeline-model.ts";
import type { DayScale } from "./day-scale.ts";
import { type WordsBox, wordsAt } from "./words-on-line.ts";

interface Plot {
  readonly band: ExpectedBand;
  readonly scale: DayScale;
  readonly y: number;
  readonly height: number;
  readonly left: number;
}

/** The lines above the band: what it is, what is drawn, and how to read it. */
function captionOf(band: ExpectedBand): readonly { readonly text: string; readonly above: number }[] {
  return [
    { text: messages.ui.population, above: 40 },
    { text: band.quantity, above: 24 },
    { text: messages.ui.bandCaption, above: 8 },
  ];
}

/** Where the words of the band stand. */
export function bandWords({ band, scale, y }: Pick<Plot, "band" | "scale" | "y">): readonly WordsBox[] {
  const caption = captionOf(band).map(({ text, above }) => wordsAt({ text, x: 0, baseline: y - above }));
  const end = scale.x(band.points.at(-1)?.date ?? band.solidUntil);
  return [
    ...caption,
    wordsAt({ text: messages.ui.evidenceEnds, ...evidenceNote({ x: scale.x(band.solidUntil), end, y }) }),
  ];
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
      {captionOf(band).map(({ text, above }, index) => (
        <text key={above} className={index === 0 ? "fb-band-label" : "fb-timeline-name"} x={0} y={y - above}>
          {text}
        </text>
      ))}
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

/** On the side of its line that has room. */
function evidenceNote({ x, end, y }: Omit<EvidenceEndAt, "height">) {
  const isNearEnd = end - x < noteWidth;
  return { x: x + (isNearEnd ? -5 : 5), baseline: y + 34, anchor: isNearEnd ? "end" : "start" } as const;
}

function EvidenceEnd({ x, end, y, height }: EvidenceEndAt) {
  const note = evidenceNote({ x, end, y });
  return (
    <>
      <line className="fb-band-evidence" x1={x} x2={x} y1={y + 4} y2={y + height} />
      <text className="fb-band-note" x={note.x} y={note.baseline} textAnchor={note.anchor}>
        {messages.ui.evidenceEnds}
      </text>
    </>
  );
}

import {
  areaPath,
  type ChartReference,
  type ChartScale,
  type ChartSeries,
  linePath,
  splitAt,
} from "./response-chart-model.ts";

interface Drawn {
  readonly series: ChartSeries;
  readonly scale: ChartScale;
}

/** `nameAt` is the height of the middle of its name. */
export function SeriesLine({ series, scale, nameAt }: Drawn & { readonly nameAt: number }) {
  const { solid, beyond } = splitAt(series.points, series.solidUntil);
  const end = series.points.at(-1);
  return (
    <g className={`fb-response-${series.tone}`}>
      <path className="fb-response-area" d={areaPath({ points: solid, scale })} />
      <path className="fb-response-area fb-response-beyond" d={areaPath({ points: beyond, scale })} />
      <path className="fb-response-line" d={linePath({ points: solid, scale })} />
      <path className="fb-response-line fb-response-dashed" d={linePath({ points: beyond, scale })} />
      {end && (
        <text className="fb-response-name" x={scale.x(end.x) + 5} y={nameAt + 4}>
          {series.name}
        </text>
      )}
    </g>
  );
}

const half = 5;

/** A round mark for one schedule and a square one for the other. */
export function SeriesMarks({ series, scale, y }: Drawn & { readonly y: number }) {
  return (
    <g className={`fb-response-${series.tone}`}>
      <text className="fb-response-name" x={0} y={y + 4}>
        {series.name}
      </text>
      {(series.marks ?? []).map((day) =>
        series.tone === "two" ? (
          <rect key={day} className="fb-response-mark" x={scale.x(day) - half} y={y - half} width={10} height={10} />
        ) : (
          <circle key={day} className="fb-response-mark" cx={scale.x(day)} cy={y} r={half} />
        ),
      )}
    </g>
  );
}

export function ReferenceArea({
  reference,
  scale,
}: {
  readonly reference: ChartReference;
  readonly scale: ChartScale;
}) {
  const { points, name } = reference;
  const top = Math.max(...points.map(({ high }) => high));
  return (
    <>
      <path
        className="fb-response-reference"
        d={areaPath({ points: points.map(({ x, low, high }) => ({ x, p5: low, p50: 0, p95: high })), scale })}
      />
      <text className="fb-response-note" x={scale.x(0) + 4} y={scale.y(top) + 14}>
        {name}
      </text>
    </>
  );
}

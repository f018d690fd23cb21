import { messages } from "../messages/index.ts";
import type { ChartFrame, ChartScale } from "./response-chart-model.ts";

interface AxesOf {
  readonly scale: ChartScale;
  readonly frame: ChartFrame;
  readonly xLabel: string;
  /** What the line at zero stands for. */
  readonly zeroLabel: string;
  readonly height: number;
}

export function Axes({ scale, frame, xLabel, zeroLabel, height }: AxesOf) {
  const { left, right, top, bottom } = frame;
  return (
    <>
      {scale.yTicks.map((value) => (
        <g key={value} className="fb-response-tick">
          <line x1={left} x2={right} y1={scale.y(value)} y2={scale.y(value)} />
          <text x={left - 6} y={scale.y(value) + 4} textAnchor="end">
            {messages.ui.signed(value)}
          </text>
        </g>
      ))}
      {scale.xTicks.map((value) => (
        <g key={value} className="fb-response-tick">
          <line x1={scale.x(value)} x2={scale.x(value)} y1={top} y2={bottom} />
          <text x={scale.x(value)} y={height - 20} textAnchor="middle">
            {value}
          </text>
        </g>
      ))}
      <line className="fb-response-zero" x1={left} x2={right} y1={scale.y(0)} y2={scale.y(0)} />
      {scale.y(0) < bottom - 20 ? (
        <text className="fb-response-note" x={left + 4} y={scale.y(0) + 16}>
          {zeroLabel}
        </text>
      ) : (
        <text className="fb-response-note" x={right} y={scale.y(0) - 4} textAnchor="end">
          {zeroLabel}
        </text>
      )}
      <text className="fb-response-note" x={(left + right) / 2} y={height - 4} textAnchor="middle">
        {xLabel}
      </text>
    </>
  );
}

import { Title } from "@mantine/core";
import { useId } from "react";
import { messages } from "../../../messages/index.ts";

const { modelCard: text, collagen } = messages;
const rowHeight = 26;
const top = 20;
const axis = { left: 44, right: 340, most: 3 };
const ticks = [-3, -2, -1, 0, 1, 2, 3];

interface Residual {
  readonly id: string;
  readonly z: number;
}

/** One dot a row, around no difference. */
export function ResidualPlot({ residuals }: { readonly residuals: readonly Residual[] }) {
  const id = useId();
  const bottom = top + residuals.length * rowHeight;
  const x = (z: number) => axis.left + ((z + axis.most) / (2 * axis.most)) * (axis.right - axis.left);
  const told = residuals.map((row) => `${row.id} ${collagen.percentText(row.z)}`).join(", ");
  return (
    <figure className="fb-model-residuals">
      <Title order={3}>{text.residualsTitle}</Title>
      <p className="fb-muted">{text.residualsLead}</p>
      <svg viewBox={`0 0 360 ${bottom + 44}`} role="img" aria-labelledby={id}>
        <title id={id}>{text.residualsDescription(told)}</title>
        {ticks.map((z) => (
          <g key={z} className="fb-response-tick">
            <line x1={x(z)} x2={x(z)} y1={top - 8} y2={bottom} />
            <text x={x(z)} y={bottom + 16} textAnchor="middle">
              {messages.ui.signed(z)}
            </text>
          </g>
        ))}
        <line className="fb-response-zero" x1={x(0)} x2={x(0)} y1={top - 8} y2={bottom} />
        {residuals.map((row, index) => {
          const y = top + (index + 0.5) * rowHeight;
          const at = x(Math.min(axis.most, Math.max(-axis.most, row.z)));
          return (
            <g key={row.id} className="fb-response-one">
              <text className="fb-response-name" x={4} y={y + 4}>
                {row.id}
              </text>
              <line className="fb-response-line" x1={x(0)} x2={at} y1={y} y2={y} />
              <circle className="fb-response-mark" cx={at} cy={y} r={6} />
            </g>
          );
        })}
        <text className="fb-response-note" x={(axis.left + axis.right) / 2} y={bottom + 36} textAnchor="middle">
          {text.residualsAxis}
        </text>
      </svg>
    </figure>
  );
}

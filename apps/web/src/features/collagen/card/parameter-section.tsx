import { Title } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { CardSection } from "./card-section.tsx";
import { fixedRows, logShare, type ParameterRow, parameterRows, type Spread, shortFigure } from "./parameter-rows.ts";

const { modelCard: text } = messages;
const { parameterColumns: columns } = text;
const rows = parameterRows();
const fixed = fixedRows();

/** How far the data moved each parameter; what they hardly moved is called assumed. */
export function ParameterSection() {
  return (
    <CardSection title={text.parametersTitle} lead={text.parametersLead}>
      <DataTable
        isWide
        caption={text.parametersTable}
        rows={rows}
        rowId={({ name }) => name}
        rowName={({ name }) => name}
        columns={[
          { id: "parameter", head: columns.parameter, cell: ({ name }) => `${name}: ${text.parameterNames[name]}` },
          { id: "prior", head: columns.prior, cell: ({ prior }) => intervalText(prior), isNumber: true },
          {
            id: "posterior",
            head: columns.posterior,
            cell: ({ posterior }) => intervalText(posterior),
            isNumber: true,
          },
          { id: "drawing", head: columns.drawing, cell: (row) => <PriorAndPosterior row={row} /> },
          { id: "ratio", head: columns.ratio, cell: ({ logSdRatio }) => logSdRatio.toFixed(2), isNumber: true },
          { id: "r-hat", head: columns.rHat, cell: ({ rHat }) => rHat.toFixed(3), isNumber: true },
          {
            id: "learned",
            head: columns.learned,
            cell: ({ isAssumed }) => (isAssumed ? <strong>{text.assumed}</strong> : text.moved),
          },
        ]}
      />
      <Title order={3}>{text.fixedTitle}</Title>
      <p className="fb-muted">{text.fixedLead}</p>
      <DataTable
        isWide
        caption={text.fixedTitle}
        rows={fixed}
        rowId={({ name }) => name}
        rowName={({ name }) => name}
        columns={[
          {
            id: "parameter",
            head: text.fixedColumns.parameter,
            cell: ({ name }) => `${name}: ${text.parameterNames[name]}`,
          },
          { id: "value", head: text.fixedColumns.value, cell: ({ value }) => shortFigure(value), isNumber: true },
        ]}
      />
    </CardSection>
  );
}

function intervalText({ median, p5, p95 }: Spread): string {
  return text.interval(shortFigure(median), shortFigure(p5), shortFigure(p95));
}

const width = 140;

/** Both intervals on one logarithmic scale; the figures stand beside it. */
function PriorAndPosterior({ row: { prior, posterior } }: { readonly row: ParameterRow }) {
  const [low, high] = [Math.min(prior.p5, posterior.p5), Math.max(prior.p95, posterior.p95)];
  const x = (value: number) => 4 + logShare(value, low, high) * (width - 8);
  return (
    <svg width={width} height={24} viewBox={`0 0 ${width} 24`} aria-hidden="true" className="fb-response-one">
      <rect className="fb-model-prior" x={x(prior.p5)} width={x(prior.p95) - x(prior.p5)} y={3} height={6} />
      <rect
        className="fb-model-posterior"
        x={x(posterior.p5)}
        width={x(posterior.p95) - x(posterior.p5)}
        y={13}
        height={6}
      />
      <circle className="fb-model-median" cx={x(posterior.median)} cy={16} r={5} />
    </svg>
  );
}

import { leaveOneStudyOut, simulationBasedCalibration } from "@fibril/collagen";
import { messages } from "../../../messages/index.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { CardSection } from "./card-section.tsx";
import { samplerRows } from "./checks.ts";

const { modelCard: text } = messages;
const { samplerColumns: columns } = text;
const rows = samplerRows();
const { sets, draws, degreesOfFreedom } = simulationBasedCalibration;

/** Whether the sampler can be trusted, apart from whether the model can. */
export function SamplerSection() {
  const even = rows.filter(({ isEven }) => isEven).length;
  return (
    <CardSection title={text.checksTitle} lead={text.checksLead({ sets, draws, even, all: rows.length })}>
      <p className="fb-muted">{text.leaveOneOutText(leaveOneStudyOut.draws)}</p>
      <details className="fb-timeline-table">
        <summary>{text.samplerTable}</summary>
        <DataTable
          isWide
          caption={text.samplerTable}
          rows={rows}
          rowId={({ name }) => name}
          rowName={({ name }) => name}
          columns={[
            { id: "parameter", head: columns.parameter, cell: ({ name }) => name },
            { id: "counts", head: columns.counts, cell: ({ counts }) => counts.join(" "), isNumber: true },
            {
              id: "chi-square",
              head: columns.chiSquare(degreesOfFreedom),
              cell: ({ chiSquare }) => chiSquare.toFixed(1),
              isNumber: true,
            },
            { id: "even", head: columns.even, cell: ({ isEven }) => (isEven ? text.even : text.uneven) },
          ]}
        />
      </details>
    </CardSection>
  );
}

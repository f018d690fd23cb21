import { calibrationData, publishedEnsemble } from "@fibril/collagen";
import { messages } from "../../../messages/index.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { CardSection } from "./card-section.tsx";
import { leaveOneOutZ } from "./checks.ts";
import { shortFigure } from "./parameter-rows.ts";
import { ResidualPlot } from "./residual-plot.tsx";
import { StudyCell } from "./study-cell.tsx";

const { modelCard: text, collagen } = messages;
const { calibrationColumns: columns } = text;

const rows = publishedEnsemble.residuals.map((residual) => ({ ...residual, ...calibrationData[residual.id] }));

/** What moved the parameters, and how far each row is from the model. */
export function CalibrationSection() {
  return (
    <CardSection title={text.calibrationTitle} lead={text.calibrationLead}>
      <DataTable
        isWide
        caption={text.calibrationTable}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ id }) => id}
        columns={[
          { id: "id", head: columns.id, cell: ({ id }) => id },
          { id: "observation", head: columns.observation, cell: (row) => <StudyCell row={row} /> },
          {
            id: "value",
            head: columns.value,
            cell: ({ value, sd }) => `${shortFigure(value)} ± ${shortFigure(sd)}`,
            isNumber: true,
          },
          { id: "fitted", head: columns.fitted, cell: ({ fitted }) => shortFigure(fitted), isNumber: true },
          { id: "z", head: columns.z, cell: ({ z }) => collagen.percentText(z), isNumber: true },
          { id: "left-out", head: columns.leaveOneOut, cell: ({ id }) => leftOutText(id), isNumber: true },
          { id: "status", head: columns.status, cell: ({ status }) => status },
        ]}
      />
      <ResidualPlot residuals={rows} />
    </CardSection>
  );
}

function leftOutText(id: string): string {
  const z = leaveOneOutZ(id);
  return z === null ? text.notComputed : collagen.percentText(z);
}

import { type ValidationRow, validationTable } from "@fibril/collagen";
import { messages } from "../../../messages/index.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { CardSection } from "./card-section.tsx";
import { holdOutLines } from "./checks.ts";
import { StudyCell } from "./study-cell.tsx";

const { modelCard: text } = messages;
const { validationColumns: columns } = text;
const against: readonly string[] = ["weakly against", "contradicts", "fails", "not representable"];

/** Rows that never moved a parameter; those against the model are marked in words and by weight. */
export function ValidationSection() {
  return (
    <CardSection title={text.validationTitle} lead={text.validationLead}>
      <DataTable
        isWide
        caption={text.validationTable}
        rows={validationTable}
        rowId={({ id }) => id}
        rowName={({ id }) => id}
        columns={[
          { id: "id", head: columns.id, cell: ({ id }) => id },
          { id: "observation", head: columns.observation, cell: (row) => <StudyCell row={row} /> },
          { id: "model", head: columns.modelSays, cell: ({ modelSays }) => modelSays },
          { id: "score", head: columns.score, cell: (row) => <Score row={row} /> },
          {
            id: "verdict",
            head: columns.verdict,
            cell: ({ verdict }) => (
              <span className="fb-model-verdict" data-against={against.includes(verdict)}>
                {text.verdicts[verdict]}
              </span>
            ),
          },
        ]}
      />
    </CardSection>
  );
}

function Score({ row }: { readonly row: ValidationRow }) {
  const lines = holdOutLines(row.id);
  if (lines.length === 0) return text.notComputed;
  return (
    <ul className="fb-model-score">
      {lines.map(({ words, agrees }) => (
        <li key={words}>
          {words} <strong>{agrees ? text.met : text.missed}</strong>
        </li>
      ))}
    </ul>
  );
}

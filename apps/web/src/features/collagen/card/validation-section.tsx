import { validationTable } from "@fibril/collagen";
import { Text } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { CardSection } from "./card-section.tsx";
import { Referenced } from "./referenced.tsx";

const { modelCard: text } = messages;
const { validationColumns: columns } = text;
const against: readonly string[] = ["weakly against", "contradicts", "fails", "not representable"];

/** Rows that never moved a parameter; those against the model are marked in words and by weight. */
export function ValidationSection() {
  return (
    <CardSection title={text.validationTitle} lead={text.validationLead}>
      <DataTable
        caption={text.validationTable}
        rows={validationTable}
        rowId={({ id }) => id}
        rowName={({ id }) => id}
        columns={[
          { id: "id", head: columns.id, cell: ({ id }) => id },
          {
            id: "observation",
            head: columns.observation,
            cell: ({ observation }) => <Referenced text={observation} />,
          },
          { id: "model", head: columns.modelSays, cell: ({ modelSays }) => modelSays },
          { id: "score", head: columns.score, cell: () => text.notComputed },
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
      <Text size="sm" c="dimmed">
        {`${text.leaveOneOutText} ${text.notComputed}. ${text.sbcText} ${text.notComputed}.`}
      </Text>
    </CardSection>
  );
}

import { validationTable } from "@fibril/collagen";
import { Text, Title } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { CardSection } from "./card-section.tsx";
import { Referenced } from "./referenced.tsx";

const { modelCard: text } = messages;
const shown = ["V4", "V6", "V8"] as const;

/** What the model gets wrong stands before what it was fitted to. */
export function Failures() {
  return (
    <CardSection title={text.failuresTitle} lead={text.failuresLead}>
      <div className="fb-model-cards">
        {shown.map((id) => (
          <article key={id} className="fb-card fb-model-failure">
            <Title order={3}>{`${id}. ${text.failures[id].title}`}</Title>
            <Text>{text.failures[id].text}</Text>
            <Text size="sm" c="dimmed">
              <Referenced text={validationTable.find((row) => row.id === id)?.observation ?? ""} />
            </Text>
          </article>
        ))}
      </div>
    </CardSection>
  );
}

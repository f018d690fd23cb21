import { Text } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { CardSection, WordList } from "./card-section.tsx";
import { StateScheme } from "./state-scheme.tsx";

const { modelCard: text } = messages;

export function Equations() {
  return (
    <CardSection title={text.equationsTitle} lead={text.equationsLead}>
      <StateScheme />
      <dl className="fb-model-states">
        {Object.entries(text.states).map(([state, { name, text: words }]) => (
          <div key={state}>
            <dt>{`${state}: ${name}`}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <WordList title={text.observedTitle} words={text.observed} order={3} />
      <Text>
        <strong>{text.leftOutTitle}.</strong> {text.leftOut}
      </Text>
    </CardSection>
  );
}

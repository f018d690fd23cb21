import {
  calibrationDataVersion,
  modelVersion,
  parseSimulation,
  publishedEnsemble,
  publishedEnsembleFile,
  publishedParameters,
  sbmlOf,
} from "@fibril/collagen";
import { Button, Group, Text } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { saveFile } from "../../../ui/response-chart-export.ts";
import { CardSection } from "./card-section.tsx";

const { modelCard: text } = messages;
const course = {
  sessionDays: [0, 28, 56, 84],
  needleLengthMm: 1.5,
  channelsPerCm2: 250,
  ageYears: 45,
  horizonDays: 730,
  everyDays: 7,
};

/** Version and hash, as every drawing and answer names them, and the model itself to take away. */
export function IdentitySection() {
  const { ensembleSha256, draws, seed } = publishedEnsemble;
  const facts = [
    [text.identity.version, modelVersion],
    [text.identity.data, calibrationDataVersion],
    [text.identity.draws, text.identity.drawsText(draws, seed)],
    [text.identity.method, text.identity.methodText],
    [text.identity.hash, ensembleSha256],
  ] as const;
  return (
    <CardSection title={text.identityTitle}>
      <dl className="fb-model-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Group gap={8}>
        <Button variant="default" onClick={saveSbml}>
          {text.sbml}
        </Button>
        <Button
          variant="default"
          onClick={() => saveFile(text.ensembleFile, new Blob([publishedEnsembleFile], { type: "application/json" }))}
        >
          {text.ensemble}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {text.filesText}
      </Text>
    </CardSection>
  );
}

function saveSbml(): void {
  const simulation = parseSimulation(course, publishedParameters);
  if (simulation.ok) saveFile(text.sbmlFile, new Blob([sbmlOf(simulation.value)], { type: "application/sbml+xml" }));
}

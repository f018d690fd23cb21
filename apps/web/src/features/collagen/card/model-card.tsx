import "../collagen.css";
import "../../../ui/response-chart.css";
import { Alert, Stack } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { CalibrationSection } from "./calibration-section.tsx";
import { CardSection, WordList } from "./card-section.tsx";
import { Equations } from "./equations.tsx";
import { Failures } from "./failures.tsx";
import { IdentitySection } from "./identity-section.tsx";
import { ParameterSection } from "./parameter-section.tsx";
import { SamplerSection } from "./sampler-section.tsx";
import { ValidationSection } from "./validation-section.tsx";

const { modelCard: text } = messages;

/** Everything that somebody who relies on a band has a right to know, failures first. */
export function ModelCard() {
  return (
    <Stack gap={40} className="fb-model-card">
      <Alert className="fb-model-review" title={text.review} variant="outline" color="gray">
        {text.reviewText}
      </Alert>
      <div className="fb-model-cards">
        <WordList title={text.forTitle} words={text.forList} />
        <WordList title={text.notForTitle} words={text.notForList} />
      </div>
      <Failures />
      <CardSection title={text.findingsTitle}>
        <ol className="fb-model-list">
          {text.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ol>
      </CardSection>
      <div className="fb-model-cards">
        <WordList title={text.saidTitle} words={text.said} />
        <WordList title={text.notSaidTitle} words={text.notSaid} />
      </div>
      <Equations />
      <CalibrationSection />
      <ValidationSection />
      <ParameterSection />
      <SamplerSection />
      <IdentitySection />
    </Stack>
  );
}

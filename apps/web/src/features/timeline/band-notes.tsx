import type { PopulationBand } from "@fibril/collagen";
import { Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import type { Phase } from "../../ui/course-timeline-model.ts";
import { dayText } from "../../ui/day.tsx";
import { ModelStamp } from "../../ui/response-chart-stamp.tsx";
import type { BandQuantity } from "./expected-band.ts";

interface Notes {
  readonly band: PopulationBand;
  readonly phases: readonly Phase[];
  readonly quantity: BandQuantity;
  readonly reader: "clinic" | "patient";
}

/** What the drawn band is, how it must be read, and which model drew it. */
export function BandNotes({ band, phases, quantity, reader }: Notes) {
  const text = messages.collagen;
  const figures = <Figures band={band} quantity={quantity} />;
  return (
    <>
      <PhaseList phases={phases} />
      {reader === "clinic" ? (
        figures
      ) : (
        <>
          <ul className="fb-band-plain">
            {text.forPatients.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <details>
            <summary className="fb-band-more">{text.forPatientsMore}</summary>
            {figures}
          </details>
        </>
      )}
    </>
  );
}

function Figures({ band, quantity }: Pick<Notes, "band" | "quantity">) {
  const text = messages.collagen;
  const sentences = [text.quantityText[quantity], text.band.setting, text.band.width, text.band.evidence];
  return (
    <>
      <Text size="sm" c="dimmed">
        <strong>{text.band.title}.</strong> {[...sentences, text.band.durability, text.band.photographs].join(" ")}
      </Text>
      <ModelStamp version={band.modelVersion} hash={band.ensembleSha256} />
    </>
  );
}

/** A phase of five days has no room for its name in the drawing: here each has. */
function PhaseList({ phases }: { readonly phases: readonly Phase[] }) {
  const text = messages.collagen.band;
  if (phases.length === 0) return null;
  return (
    <div className="fb-phase-list">
      <Text size="sm">{text.phasesTitle}</Text>
      <ul>
        {phases.map(({ phase, from, to }) => (
          <li key={phase} className={`fb-phase-${phase}`}>
            <span>
              {text.phaseSpan(text.phases[phase], dayText(from), phase === "regeneration" ? null : dayText(to))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

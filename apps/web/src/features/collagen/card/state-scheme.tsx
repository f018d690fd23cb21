import "../../../ui/course-timeline.css";
import { useId } from "react";
import { messages } from "../../../messages/index.ts";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";

const { modelCard: text } = messages;

type State = keyof typeof text.states;

const places = {
  D: { x: 130, y: 150, phase: "trigger" },
  I: { x: 250, y: 150, phase: "trigger" },
  R: { x: 370, y: 150, phase: "repair" },
  G: { x: 370, y: 60, phase: "repair" },
  F: { x: 490, y: 60, phase: "repair" },
  A: { x: 620, y: 60, phase: "regeneration" },
  N: { x: 620, y: 150, phase: "regeneration" },
  M: { x: 740, y: 150, phase: "regeneration" },
} as const satisfies Record<State, { x: number; y: number; phase: keyof typeof text.phases }>;

/** Arrows between the edges of the boxes, as path data. */
const drives = [
  "M166 150H212",
  "M286 150H332",
  "M370 128V84",
  "M130 128C130 78 210 60 332 60",
  "M406 60H452",
  "M526 60H582",
  "M526 72C560 90 560 132 582 144",
  "M656 150H702",
] as const;
const feedback = "M740 174C740 236 620 236 620 176";

/** The eight states, drawn for the product; in ink on tints of their phases. */
export function StateScheme() {
  const id = useId();
  return (
    <ScrollRegion className="fb-model-scheme" label={text.schemeTitle}>
      <svg viewBox="0 0 800 270" role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{text.schemeTitle}</title>
        <desc id={`${id}-text`}>{text.schemeDescription}</desc>
        <defs>
          <marker id={`${id}-arrow`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0L8 4L0 8Z" className="fb-scheme-head" />
          </marker>
          <marker id={`${id}-bar`} viewBox="0 0 4 12" refX="2" refY="6" markerWidth="4" markerHeight="12" orient="auto">
            <rect width="3" height="12" className="fb-scheme-head" />
          </marker>
        </defs>
        <PhaseGrounds />
        <path className="fb-scheme-arrow" d="M48 150H92" markerEnd={`url(#${id}-arrow)`} />
        <text x="44" y="138" textAnchor="middle">
          {text.schemeLabels.session}
        </text>
        {drives.map((path) => (
          <path key={path} className="fb-scheme-arrow" d={path} markerEnd={`url(#${id}-arrow)`} />
        ))}
        <path className="fb-scheme-arrow fb-scheme-feedback" d={feedback} markerEnd={`url(#${id}-bar)`} />
        <text x="680" y="252" textAnchor="middle">
          {text.schemeLabels.feedback}
        </text>
        <text x="429" y="50" textAnchor="middle">
          {text.schemeLabels.saturation}
        </text>
        <path className="fb-scheme-arrow" d="M490 122V86" markerEnd={`url(#${id}-arrow)`} />
        <text x="490" y="138" textAnchor="middle">
          {text.schemeLabels.age}
        </text>
        {(Object.keys(places) as State[]).map((state) => (
          <StateBox key={state} state={state} />
        ))}
      </svg>
    </ScrollRegion>
  );
}

function StateBox({ state }: { readonly state: State }) {
  const { x, y, phase } = places[state];
  return (
    <g className={`fb-phase-${phase}`}>
      <rect className="fb-scheme-box" x={x - 36} y={y - 22} width={72} height={44} rx={8} />
      <text className="fb-scheme-letter" x={x} y={y + 6} textAnchor="middle">
        {state}
      </text>
    </g>
  );
}

const grounds = [
  { phase: "trigger", x: 84, width: 214 },
  { phase: "repair", x: 322, width: 216 },
  { phase: "regeneration", x: 572, width: 216 },
] as const;

function PhaseGrounds() {
  return grounds.map(({ phase, x, width }) => (
    <g key={phase} className={`fb-phase-${phase}`}>
      <rect className="fb-scheme-ground" x={x} y={4} width={width} height={190} rx={10} />
      <text className="fb-scheme-phase" x={x + 10} y={24}>
        {text.phases[phase]}
      </text>
    </g>
  ));
}

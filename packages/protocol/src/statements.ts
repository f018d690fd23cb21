import { type Statement, type StatementCells, statementsIn } from "@fibril/evidence";
import { type AnaestheticProduct, anaestheticContraindications, anaestheticProducts } from "./anaesthetics.ts";
import { antiseptics } from "./antiseptics.ts";
import { type Combination, combinations } from "./combinations.ts";
import { type ConcernProtocol, concernProtocols } from "./concern-protocols.ts";
import { type ContextFact, contextFacts } from "./context.ts";
import { depthRows, type ZoneDepths } from "./depths.ts";
import { type Limit, limits } from "./limits.ts";
import { techniqueFacts } from "./technique.ts";
import { type Layer, type Thickness, thickness, thinnerMeanTotalMm } from "./thickness.ts";
import { type TopicalRule, topicals } from "./topicals.ts";
import type { Severity } from "./treatment.ts";

/** Every row of the protocol's tables as a statement. */
export function protocolStatements(): readonly Statement[] {
  return [
    ...table({ name: "Depth of each zone", prefix: "depth." }, depthRows, depthWords),
    ...table({ name: "Measured thickness of skin", prefix: "thickness." }, thickness, thicknessWords),
    ...table({ name: "Limits", prefix: "" }, limits, ({ severity, says }: Limit) => ({
      says: `${severityWords[severity]}: ${says}`,
    })),
    ...table({ name: "What touches needled skin", prefix: "product." }, topicals, topicalWords),
    ...table({ name: "Numbing cream", prefix: "cream." }, anaestheticProducts, anaestheticWords),
    ...table(
      { name: "Asked before numbing cream", prefix: "anaesthetic." },
      anaestheticContraindications,
      ({ ask, action }) => ({
        says: `${ask} ${action === "refer" ? "A doctor is asked first" : "No numbing cream"} unless the answer is no.`,
      }),
    ),
    ...table({ name: "Antiseptic", prefix: "antiseptic." }, antiseptics, ({ label, caution }) => ({
      says: `${label}. ${caution}`.trim(),
    })),
    ...table({ name: "Other treatments near a session", prefix: "with." }, combinations, combinationWords),
    ...combinationSpacings(),
    ...table({ name: "What studies did for a concern", prefix: "concern." }, concernProtocols, concernWords),
    ...table({ name: "Found beside, not checked", prefix: "context." }, contextFacts, ({ says }: ContextFact) => ({
      says,
    })),
    ...statementsIn("protocol", "Technique", [
      {
        id: "technique.passes",
        says: `${techniqueFacts.passesPerQuadrant.from} to ${techniqueFacts.passesPerQuadrant.to} passes a quadrant.`,
        sources: techniqueFacts.passesPerQuadrant.sources,
      },
      {
        id: "technique.perpendicular",
        says: techniqueFacts.perpendicularContact.rule,
        sources: techniqueFacts.perpendicularContact.sources,
      },
      { id: "technique.directions", says: techniqueFacts.directions.rule, sources: techniqueFacts.directions.sources },
    ]),
  ];
}

type Words = Pick<StatementCells, "says"> & Partial<Pick<Statement, "range">>;

function table<Row extends Pick<StatementCells, "sources">>(
  { name, prefix }: { readonly name: string; readonly prefix: string },
  rows: Readonly<Record<string, Row>>,
  words: (row: Row, id: string) => Words,
): readonly Statement[] {
  const cells = Object.entries(rows).map(([id, row]) => ({
    id: `${prefix}${id}`,
    sources: row.sources,
    ...words(row, id),
  }));
  return statementsIn("protocol", name, cells);
}

const severityWords = {
  block: "Blocked",
  "reason-required": "Needs a reason",
  warn: "Warning",
} as const satisfies Record<Severity, string>;

function depthWords({ defaultMm, defaultToMm, warnAboveMm, note }: ZoneDepths): Words {
  const usual = defaultToMm > defaultMm ? `${defaultMm} to ${defaultToMm} mm` : `${defaultMm} mm`;
  return { says: `Usually ${usual}; a warning above ${warnAboveMm} mm. ${note}`.trim() };
}

function thicknessWords({ male, female, note = "" }: Thickness, id: string): Words {
  const layers = ({ epidermis, dermis }: Thickness["male"]) =>
    `epidermis ${layerWords(epidermis)}, dermis ${layerWords(dermis)}`;
  const thinner = thinnerMeanTotalMm(id as keyof typeof thickness);
  return {
    says: `Men: ${layers(male)}; women: ${layers(female)}. Thinner sex in all: ${thinner} mm. ${note}`.trim(),
  };
}

function layerWords({ meanMm, sdMm }: Layer): string {
  return sdMm === null ? `${meanMm} mm` : `${meanMm} ± ${sdMm} mm`;
}

function topicalWords({ label, whileOpen, why }: TopicalRule): Words {
  const may = { allowed: "allowed where sterile", prescriber: "only by a prescriber", banned: "not" }[whileOpen];
  return { says: `${label}: ${may} while channels count as open. ${why}` };
}

function anaestheticWords({ label, onsetMinutes, maxMinutes, maxGrams }: AnaestheticProduct): Words {
  const figures = [
    onsetMinutes === null ? null : `works after ${onsetMinutes} min`,
    maxMinutes === null ? "no longest time was seen" : `at most ${maxMinutes} min`,
    maxGrams === null ? "no largest amount was seen" : `at most ${maxGrams} g`,
  ];
  return { says: `${label}: ${figures.filter((figure) => figure !== null).join(", ")}.` };
}

function combinationWords({ label, sameVisit, minDaysApart, range, evidence, spacingSources }: Combination): Words {
  const same = {
    allowed: "same visit allowed",
    "reason-required": "same visit needs a reason",
    never: "never the same visit",
  };
  const apart = minDaysApart === 0 ? "" : `, at least ${minDaysApart} days apart`;
  const spacing = spacingSources === undefined ? apart : "";
  return { says: `${label}: ${same[sameVisit]}${spacing}. ${evidence}`, range };
}

/** Spacings that rest on something else than what is known of the treatment. */
function combinationSpacings(): readonly Statement[] {
  const rows: readonly [string, Combination][] = Object.entries(combinations);
  const cells = rows.flatMap(([id, { label, minDaysApart, range, spacingSources }]) =>
    spacingSources === undefined
      ? []
      : [
          {
            id: `with.${id}.spacing`,
            says: `${label}: at least ${minDaysApart} days apart.`,
            sources: spacingSources,
            range,
          },
        ],
  );
  return statementsIn("protocol", "Other treatments near a session", cells);
}

function concernWords({ label, strength, sessions, gapWeeks, finding }: ConcernProtocol): Words {
  const course =
    sessions === null
      ? "no protocol of needling alone was seen"
      : `${sessions.from === sessions.to ? sessions.from : `${sessions.from} to ${sessions.to}`} sessions${
          gapWeeks === null ? "" : `, ${gapWeeks} weeks apart`
        }`;
  return { says: `${label}: ${course}; evidence ${strength.replace("-", " ")}. ${finding}` };
}

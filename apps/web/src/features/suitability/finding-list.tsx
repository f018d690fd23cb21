import "./suitability.css";
import type { FindingView } from "@fibril/contract";
import { foundingRuleSet, rulesOf } from "@fibril/suitability";
import { Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Footnotes } from "../../ui/footnotes.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";
import { answerInWords } from "./answer-words.ts";
import { sourceNotes } from "./source-notes.ts";

const text = messages.suitability;

interface Findings {
  readonly findings: readonly FindingView[];
  /** Whose wait may be changed from here; null for those who may not sign. */
  readonly changesFor: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The reasons in the order of caution, each with the answer that fired it, what changes, and its sources. */
export function FindingList({ findings, answers, changesFor }: Findings) {
  return (
    <ul className="fb-findings" aria-label={text.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.because.join()}`} className="fb-card">
          <Finding finding={finding} answers={answers} changesFor={changesFor} />
        </li>
      ))}
    </ul>
  );
}

interface FindingOf extends Omit<Findings, "findings"> {
  readonly finding: FindingView;
}

function Finding({ finding, answers, changesFor }: FindingOf) {
  const { verdict, notBefore, until, reason, because, adaptations, sources, overridable } = finding;
  return (
    <>
      <Group gap={12}>
        <VerdictBadge verdict={verdict} detail={notBefore ? text.waits(dayText(notBefore)) : undefined} />
        {until && <Text c="dimmed">{text.until[until]}</Text>}
      </Group>
      <Text mt={8}>
        {reason} <Footnotes notes={sourceNotes(sources)} />
      </Text>
      {because.length > 0 && <Words title={text.because} items={because.map((path) => answerInWords(path, answers))} />}
      {adaptations.length > 0 && <Words title={text.adaptations} items={adaptations} />}
      {text.overridable[overridable] && (
        <Text size="sm" c="dimmed" mt={8}>
          {text.overridable[overridable]}
        </Text>
      )}
      {changesFor !== null && hasPersonalRange(finding) && (
        <Text size="sm">
          <Link to="/evidence/rules" search={{ patient: changesFor }}>
            {text.changeWait}
          </Link>
        </Text>
      )}
    </>
  );
}

/** Whether a prescriber may change the wait of this finding for one person. */
function hasPersonalRange({ rule }: FindingView): boolean {
  return rulesOf(foundingRuleSet).some(({ row }) => row.id === rule && "range" in row && row.range?.scope === "person");
}

function Words({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <div>
      <Text size="sm" c="dimmed" mt={8}>
        {title}
      </Text>
      <ul className="fb-finding-because">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

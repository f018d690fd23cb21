import "./suitability.css";
import type { FindingView } from "@fibril/contract";
import { Group, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Footnotes } from "../../ui/footnotes.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";
import { answerInWords } from "./answer-words.ts";
import { sourceNotes } from "./source-notes.ts";

const text = messages.suitability;

interface Findings {
  readonly findings: readonly FindingView[];
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The reasons in the order of caution, each with the answer that fired it, what changes, and its sources. */
export function FindingList({ findings, answers }: Findings) {
  return (
    <ul className="fb-findings" aria-label={text.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.because.join()}`} className="fb-card">
          <Finding finding={finding} answers={answers} />
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding, answers }: { readonly finding: FindingView; readonly answers: Findings["answers"] }) {
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
    </>
  );
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

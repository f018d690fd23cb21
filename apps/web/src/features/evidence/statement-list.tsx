import type { StatementView } from "@fibril/contract";
import { Checkbox, Stack, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Footnotes } from "../../ui/footnotes.tsx";
import { evidenceNotes } from "./evidence-notes.ts";
import { keyOf, reviewStateOf, tablesOf } from "./filter-statements.ts";

const text = messages.evidence;

interface Statements {
  readonly statements: readonly StatementView[];
  readonly chosen: ReadonlySet<string>;
  /** Null for those who may not sign. */
  readonly onChoose: ((key: string) => void) | null;
}

/** Every statement below the table it stands in, with its sources as footnotes that open. */
export function StatementList({ statements, chosen, onChoose }: Statements) {
  if (statements.length === 0) return <EmptyState title={text.none} text={text.noneText} />;
  return (
    <Stack gap={24}>
      {tablesOf(statements).map(({ part, name, statements: rows }) => (
        <section key={`${part} ${name}`} aria-label={`${text.parts[part]}: ${name}`}>
          <Title order={2} size="h4" mb={8}>
            <span className="fb-muted">{text.parts[part]}</span> {name}
          </Title>
          <ul className="fb-statements">
            {rows.map((row) => (
              <li key={keyOf(row)} className="fb-statement">
                {onChoose && (
                  <Checkbox
                    aria-label={text.choose(row.id)}
                    checked={chosen.has(keyOf(row))}
                    onChange={() => onChoose(keyOf(row))}
                  />
                )}
                <Statement statement={row} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}

function Statement({ statement }: { readonly statement: StatementView }) {
  const { id, says, sources, range, found, tier } = statement;
  return (
    <div className="fb-statement-body">
      <Text>
        {says} <Footnotes notes={evidenceNotes(sources)} />
      </Text>
      <p className="fb-statement-facts">
        <code>{id}</code>
        <span className="fb-tier" data-tier={tier}>
          {text.tiers[tier]}
        </span>
        <span data-review={reviewStateOf(statement)}>{reviewWords(statement)}</span>
      </p>
      {range !== null && <Text size="sm">{text.range(range)}</Text>}
      {found.length > 0 && (
        <details>
          <summary>{text.found(found.length)}</summary>
          <ul className="fb-positions">
            {found.map((position) => (
              <li key={position.says}>
                {position.says} <Footnotes notes={evidenceNotes(position.sources)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function reviewWords({ review }: StatementView): string {
  if (review === null) return text.review.none;
  const { by, registration, at, isCurrent } = review;
  const day = dayText(at);
  return isCurrent ? text.review.current(by, registration, day) : text.review.changed(by, day);
}

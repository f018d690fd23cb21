import type { ReplanCause } from "@fibril/contract";
import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { causeWords } from "./line-words.ts";
import { causesQuery } from "./queries.ts";

const { replanning } = messages;

/** What is closed or away and still has visits, the earliest first. */
export function CauseList({ onChoose }: { readonly onChoose: (cause: ReplanCause) => void }) {
  const causes = useQuery(causesQuery);
  if (causes.isPending) return <Loading what={replanning.causesWhat} />;
  if (causes.isError)
    return <LoadFailed what={replanning.causesWhat} fault={causes.error} retry={() => void causes.refetch()} />;
  const open = causes.data.causes.filter(({ visits }) => visits > 0);
  if (open.length === 0) {
    return (
      <EmptyState title={replanning.noCausesTitle} text={replanning.noCausesText}>
        <Link to="/calendar">{replanning.toCalendar}</Link>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="replan-causes">
      <Title order={2} id="replan-causes">
        {replanning.causes}
      </Title>
      <ul className="fb-replan-causes">
        {open.map(({ cause, name, reason, visits }) => (
          <li key={JSON.stringify(cause)} className="fb-card">
            <div>
              <Text fw={550}>{causeWords(cause, name)}</Text>
              <Text c="dimmed">
                {reason} · {replanning.visits(visits)}
              </Text>
            </div>
            <Button
              variant="default"
              onClick={() => onChoose(cause)}
              aria-label={replanning.findFor(causeWords(cause, name))}
            >
              {replanning.find}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

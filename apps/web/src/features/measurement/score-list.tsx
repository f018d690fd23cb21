import type { ScoreView } from "@fibril/contract";
import { scaleOf } from "@fibril/measurement";
import { Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { Day } from "../../ui/day.tsx";
import { scoreSeries } from "./score-changes.ts";

export function ScoreList({ scores }: { readonly scores: readonly ScoreView[] }) {
  const text = messages.measurement;
  if (scores.length === 0) return <Text c="dimmed">{text.noScores}</Text>;
  return (
    <ul className="fb-scores">
      {scoreSeries(scores).map(({ id, scale, area, rater, scores: series, change }) => (
        <li key={id}>
          <Title order={3}>{scaleOf(scale).label}</Title>
          <Text size="sm" c="dimmed">
            {[area || text.wholeFace, raterText(rater), text.directions[scaleOf(scale).direction]].join(", ")}
          </Text>
          <ol>
            {series.map((score) => (
              <li key={score.id} className="fb-number">
                <Day date={score.recordedOn} /> {text.score(score.value, scaleOf(scale).max, score.anchor)}
              </li>
            ))}
          </ol>
          {change && (
            <Text>
              {text.change}: {change}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function raterText(rater: string): string {
  const { raters } = messages.measurement;
  return rater === "patient" ? raters.patient : raters.professional;
}

import { Table } from "@mantine/core";
import { messages } from "../messages/index.ts";
import type { Timeline } from "./course-timeline-model.ts";
import { Day, dayText } from "./day.tsx";

/** The same facts for those who can't or won't read a picture. */
export function TimelineTable({ timeline }: { readonly timeline: Timeline }) {
  const rows = timelineRows(timeline);
  const columns = messages.ui.timelineColumns;
  return (
    <details className="fb-timeline-table">
      <summary>{messages.ui.timelineTable}</summary>
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.when}</Table.Th>
              <Table.Th>{columns.lane}</Table.Th>
              <Table.Th>{columns.text}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, date, lane, text }) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Day date={date} />
                </Table.Td>
                <Table.Td>{lane}</Table.Td>
                <Table.Td>{text}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}

function timelineRows({ entries, windows = [], band }: Timeline) {
  const events = entries.map(({ id, date, lane, label }) => ({
    key: id,
    date,
    lane: messages.ui.lanes[lane],
    text: label,
  }));
  const spans = windows.map(({ from, to, label }) => ({
    key: `window ${from}`,
    date: from,
    lane: messages.ui.lanes.window,
    text: `${label}: ${dayText(from)} – ${dayText(to)}`,
  }));
  const expected = (band?.points ?? [])
    .filter((_, index) => index % 4 === 0)
    .map(({ date, p5, p50, p95 }) => ({
      key: `band ${date}`,
      date,
      lane: messages.ui.population,
      text: `${band?.quantity ?? ""}: ${messages.ui.intervalText(`${p50.toFixed(1)} ${band?.unit ?? ""}`, p5.toFixed(1), p95.toFixed(1))}`,
    }));
  return [...events, ...spans, ...expected].sort((one, other) => (one.date < other.date ? -1 : 1));
}

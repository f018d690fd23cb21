import type { VisitView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { visitKind } from "./calendar-columns.ts";

const { facts, states } = messages.booking;

export function VisitFacts({ visit }: { readonly visit: VisitView }) {
  const rows = [
    [messages.booking.visit, visitKind(visit)],
    [facts.when, `${dayText(visit.day)}, ${visit.start}–${visit.end}`],
    [facts.who, visit.practitionerName],
    [facts.where, visit.roomName],
    [facts.state, states[visit.state]],
    ...(visit.reason ? [[facts.reason, visit.reason]] : []),
  ] as const;
  return (
    <dl className="fb-facts fb-number">
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReplanLineView } from "@fibril/contract";
import { Checkbox, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { termWords, visitWords } from "./line-words.ts";

const { replanning } = messages;

interface Lines {
  readonly title: string;
  readonly lines: readonly ReplanLineView[];
  /** Left out where there is nothing to choose. */
  readonly choice?: { readonly chosen: ReadonlySet<string>; readonly onToggle: (visitId: string) => void };
}

/** Visits of one state: who, where they were, where they go, and what that changes. */
export function PlanLines({ title, lines, choice }: Lines) {
  if (lines.length === 0) return null;
  const { columns } = replanning;
  return (
    <table className="fb-replan-lines">
      <caption>
        {title} <span className="fb-number">({lines.length})</span>
      </caption>
      <thead>
        <tr>
          {choice && <th scope="col">{columns.chosen}</th>}
          <th scope="col">{columns.patient}</th>
          <th scope="col">{columns.before}</th>
          <th scope="col">{columns.after}</th>
          <th scope="col">{columns.terms}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.visitId}>
            {choice && (
              <td data-label={columns.chosen}>
                <Checkbox
                  aria-label={replanning.choose(line.patientName, visitWords(line))}
                  checked={choice.chosen.has(line.visitId)}
                  onChange={() => choice.onToggle(line.visitId)}
                />
              </td>
            )}
            <th scope="row" data-label={columns.patient}>
              {line.patientName}
              <span className="fb-muted">
                {visitWords(line)}
                {line.role === "movable" && `, ${replanning.stepsAside}`}
              </span>
            </th>
            <td data-label={columns.before}>
              <Place place={line.before} />
            </td>
            <td data-label={columns.after}>
              {line.after ? <Place place={line.after} isNew /> : <strong>{replanning.call}</strong>}
            </td>
            <td data-label={columns.terms}>{line.terms ? termWords(line.terms) : <Obstacles line={line} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place({ place, isNew = false }: { readonly place: ReplanLineView["before"]; readonly isNew?: boolean }) {
  const when = `${dayText(place.day)}, ${place.start}`;
  return (
    <>
      <span className="fb-number">{isNew ? <strong>{when}</strong> : when}</span>
      <span className="fb-muted">{messages.booking.place(place.practitionerName, place.roomName)}</span>
    </>
  );
}

function Obstacles({ line: { obstacles, window, phone } }: { readonly line: ReplanLineView }) {
  return (
    <>
      {obstacles.map((obstacle) => (
        <Text key={obstacle} fz="sm">
          {replanning.obstacles[obstacle] ?? obstacle}
        </Text>
      ))}
      {window && <span className="fb-muted">{replanning.window(dayText(window.from), dayText(window.to))}</span>}
      <span className="fb-muted">{phone ? replanning.phone(phone) : replanning.noPhone}</span>
    </>
  );
}

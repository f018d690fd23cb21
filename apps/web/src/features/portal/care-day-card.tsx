import { Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { type Footnote, Footnotes } from "../../ui/footnotes.tsx";
import type { CareDay } from "./care-days.ts";
import { patientFootnotes } from "./patient-sources.ts";

interface Card {
  readonly day: CareDay;
  /** Left out where it stands above. */
  readonly title?: string;
  readonly order?: 2 | 3;
}

export function CareDayCard({ day, title, order = 3 }: Card) {
  const text = messages.portal.care;
  return (
    <section className="fb-card fb-care-day">
      {title && <Title order={order}>{title}</Title>}
      {day.expect.length > 0 && (
        <div className="fb-care-expect">
          <strong>{text.expect}</strong>
          <div>
            {day.expect.join(" ")} <Footnotes notes={patientFootnotes(day.expectSources)} />
          </div>
        </div>
      )}
      {day.instructions.length === 0 ? (
        <Text>{text.nothing}</Text>
      ) : (
        <>
          <strong>{text.todo}</strong>
          <ul className="fb-plain-list">
            {day.instructions.map(({ id, words, sources, basis }) => (
              <li key={id}>
                {words} <Footnotes notes={notesOf(sources, basis)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function notesOf(sources: readonly string[], basis: "sourced" | "practice"): readonly Footnote[] {
  const notes = patientFootnotes(sources);
  return basis === "practice" || notes.length === 0 ? [{ id: "practice", text: messages.portal.care.practice }] : notes;
}

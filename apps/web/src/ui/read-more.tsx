import "./read-more.css";
import { Text } from "@mantine/core";
import { messages } from "../messages/index.ts";

const text = messages.reading;

export type ReadingPage = keyof typeof text.pages;

interface More {
  readonly pages: readonly ReadingPage[];
  /** Staff keep their screen: the page opens beside it. */
  readonly reader: "staff" | "patient";
}

/** Ways to the pages that a patient reads, which need no sign-in and print. */
export function ReadMore({ pages, reader }: More) {
  const title = reader === "staff" ? text.forPatient : text.forMe;
  const beside = reader === "staff" ? ({ target: "_blank", rel: "noreferrer" } as const) : {};
  return (
    <nav className="fb-read-more" aria-label={title}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <a href={`/learn/${page}/`} {...beside}>
              {text.pages[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

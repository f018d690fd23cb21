import "./consent.css";
import type { ConsentTextView } from "@fibril/contract";
import { Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { Footnotes } from "../../ui/footnotes.tsx";
import { paragraphsOf } from "./paragraphs.ts";

/** The text as it is signed, with its version and hash. */
export function TextReader({ text }: { readonly text: ConsentTextView }) {
  return (
    <article className="fb-consent-text">
      {paragraphsOf(text.body, messages.suitability.practiceNote).map((paragraph) => (
        <p key={paragraph.text}>
          {paragraph.text} {paragraph.notes.length > 0 && <Footnotes notes={paragraph.notes} />}
        </p>
      ))}
      <Text c="dimmed" className="fb-consent-hash">
        {messages.consent.version(text.version, text.language, text.sha256)}
      </Text>
    </article>
  );
}

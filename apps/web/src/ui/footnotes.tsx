import "./footnotes.css";
import { useId, useState } from "react";
import { messages } from "../messages/index.ts";

export interface Footnote {
  readonly id: string;
  /** What the source is, with its strength in words. */
  readonly text: string;
}

/** Small numbers that open where they stand, so that nobody loses the line they read. */
export function Footnotes({ notes }: { readonly notes: readonly Footnote[] }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const base = useId();
  const open = notes.find(({ id }) => id === openId);
  return (
    <span className="fb-footnotes">
      {notes.map(({ id }, index) => (
        <button
          key={id}
          type="button"
          aria-expanded={id === openId}
          aria-controls={`${base}-note`}
          aria-label={messages.ui.source(index + 1)}
          onClick={() => setOpenId(id === openId ? null : id)}
        >
          {index + 1}
        </button>
      ))}
      <span id={`${base}-note`} className="fb-footnote" role="status" hidden={!open}>
        {open?.text}
      </span>
    </span>
  );
}

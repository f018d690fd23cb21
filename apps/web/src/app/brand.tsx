import { messages } from "../messages/index.ts";

/** Three fibrils, drawn for the product; beside them its name, or for patients the clinic's. */
export function Brand({ name = messages.shell.product }: { readonly name?: string }) {
  return (
    <a className="fb-brand" href="/">
      <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" aria-hidden>
        {[10, 17, 24].map((y) => (
          <path key={y} d={`M5 ${y}c5.5-5 8.5 5 14 0s6-2.5 8-1`} />
        ))}
      </svg>
      <span>{name}</span>
    </a>
  );
}

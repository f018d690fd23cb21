import { Footnotes } from "../../ui/footnotes.tsx";
import { paragraphsOf, patientFootnotes } from "./patient-sources.ts";

/** The text word for word; the marks of sources become footnotes that open where they stand. */
export function ConsentBody({ body }: { readonly body: string }) {
  return (
    <div className="fb-consent-body">
      {paragraphsOf(body).map(({ text, sources }) => (
        <div key={text} className="fb-consent-paragraph">
          {text} <Footnotes notes={patientFootnotes(sources)} />
        </div>
      ))}
    </div>
  );
}

import "./verdict-badge.css";
import { messages } from "../messages/index.ts";

export type VerdictWord = keyof typeof messages.ui.verdicts;

const shapes = {
  suitable: "✓",
  adapt: "◐",
  defer: "◷",
  refer: "→",
  "do-not-treat": "✕",
  incomplete: "?",
} as const satisfies Record<VerdictWord, string>;

interface Badge {
  readonly verdict: VerdictWord;
  /** Such as "until Tue 12 Jan 2027". */
  readonly detail?: string | undefined;
}

/** Word, shape and colour together: no one of them carries the meaning alone. */
export function VerdictBadge({ verdict, detail }: Badge) {
  return (
    <span className={`fb-verdict fb-verdict-${verdict}`}>
      <span className="fb-verdict-shape" aria-hidden="true">
        {shapes[verdict]}
      </span>
      {messages.ui.verdicts[verdict]}
      {detail && <span className="fb-verdict-detail">{detail}</span>}
    </span>
  );
}

import { zones } from "@fibril/protocol";
import type { ZoneDifference } from "@fibril/session";
import { messages } from "../../messages/index.ts";

interface Differences {
  readonly title: string;
  readonly differences: readonly ZoneDifference[];
  /** What they are differences from. */
  readonly against: Against;
}

export type Against = keyof typeof messages.session.differenceFrom;

export function ZoneDifferences({ title, differences, against }: Differences) {
  const text = messages.session;
  return (
    <details className="fb-session-differences">
      <summary>{`${title}: ${differences.length === 0 ? text.noDifference : text.differences(differences.length)}`}</summary>
      <ul>
        {differences.map((difference) => (
          <li key={`${difference.zone} ${difference.kind}`}>
            {`${zones[difference.zone].label}: ${differenceText(difference, against)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function differenceText(difference: ZoneDifference, against: Against): string {
  const text = messages.session.differenceFrom[against];
  switch (difference.kind) {
    case "added":
      return text.added;
    case "left-out":
      return text.leftOut;
    case "depth":
      return text.was(depth(difference.now), depth(difference.before));
    case "passes":
      return text.was(passes(difference.now), passes(difference.before));
    default:
      return difference satisfies never;
  }
}

function depth(mm: number | null): string {
  return mm === null ? messages.session.notRecorded : messages.ui.depthValue(mm.toFixed(2));
}

function passes(count: number | null): string {
  return count === null ? messages.session.notRecorded : messages.session.passCount(count);
}

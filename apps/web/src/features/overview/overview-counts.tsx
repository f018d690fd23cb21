import type { OverviewRowKind, OverviewView } from "@fibril/contract";
import { UnstyledButton } from "@mantine/core";
import { messages } from "../../messages/index.ts";

const { overview } = messages;

interface Counts {
  readonly kinds: readonly OverviewRowKind[];
  readonly counts: OverviewView["counts"];
  readonly opened: OverviewRowKind | null;
  readonly onOpen: (kind: OverviewRowKind) => void;
}

/** What somebody should do something about. */
export const waitingKinds = ["open-tasks", "unsigned-sessions", "maintenance-due", "service-due"] as const;

/** What has been. */
export const pastKinds = [
  "open-courses",
  "completed-courses",
  "abandoned-courses",
  "red-flags",
  "no-shows",
  "stopped-sessions",
] as const satisfies readonly Exclude<OverviewRowKind, (typeof waitingKinds)[number]>[];

export function OverviewCounts({ kinds, counts, opened, onOpen }: Counts) {
  return (
    <ul className="fb-counts">
      {kinds.map((kind) => (
        <li key={kind}>
          <UnstyledButton
            className="fb-count"
            data-urgent={kind === "open-tasks" && counts[kind] > 0}
            aria-expanded={opened === kind}
            aria-label={overview.open(overview.kinds[kind], String(counts[kind]))}
            onClick={() => onOpen(kind)}
          >
            <span className="fb-count-figure fb-number">{counts[kind]}</span>
            <span>{overview.kinds[kind]}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

import { type OverviewRowKind, type OverviewView, overviewRowKinds } from "@fibril/contract";
import { UnstyledButton } from "@mantine/core";
import { messages } from "../../messages/index.ts";

const { overview } = messages;

interface Counts {
  readonly counts: OverviewView["counts"];
  readonly opened: OverviewRowKind | null;
  readonly onOpen: (kind: OverviewRowKind) => void;
}

export function OverviewCounts({ counts, opened, onOpen }: Counts) {
  return (
    <ul className="fb-counts">
      {overviewRowKinds.map((kind) => (
        <li key={kind}>
          <UnstyledButton
            className="fb-count"
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

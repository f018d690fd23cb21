import type { OverviewRowKind, OverviewView } from "@fibril/contract";
import { Text, UnstyledButton } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { SparkBar } from "../../ui/spark-bar.tsx";
import { readShare } from "./read-share.ts";

const { overview } = messages;

interface Share {
  readonly of: "completion" | "redFlags" | "noShows";
  readonly figure: OverviewView["completion"];
  readonly kind: OverviewRowKind;
  readonly onOpen: (kind: OverviewRowKind) => void;
}

/** A share with its interval and denominator; where nothing was counted there is no share, not a share of none. */
export function ShareCard({ of, figure, kind, onOpen }: Share) {
  const share = readShare(figure);
  if (share === null) {
    return (
      <div className="fb-card fb-share-card fb-share-unknown">
        <Text fw={550}>{overview[of]}</Text>
        <Text className="fb-share-figure">{overview.nothingCounted}</Text>
        <Text c="dimmed" size="sm">
          {overview.nothingCountedText[of]}
        </Text>
      </div>
    );
  }
  return (
    <UnstyledButton
      className="fb-card fb-share-card"
      aria-label={overview.open(overview[of], overview.percent(share.value))}
      onClick={() => onOpen(kind)}
    >
      <Text fw={550}>{overview[of]}</Text>
      <span className="fb-share-figure fb-number">{overview.percent(share.value)}</span>
      <SparkBar
        label={overview.interval}
        value={share.value}
        low={share.low}
        high={share.high}
        max={1}
        format={overview.percent}
      />
      <Text c="dimmed" size="sm" className="fb-number">
        {overview.wholes[of](figure.part, figure.whole)}
      </Text>
    </UnstyledButton>
  );
}

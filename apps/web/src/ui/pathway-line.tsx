import "./pathway-line.css";
import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "../messages/index.ts";

export type Stop = keyof typeof messages.ui.stops;
export type StopState = keyof typeof messages.ui.stopStates;

export interface PathwayStop {
  readonly stop: Stop;
  readonly state: StopState;
  /** "2 of 4", "waits for the guardian". */
  readonly detail?: string | undefined;
}

interface Line {
  readonly stops: readonly PathwayStop[];
  /** The one next step: the only filled button of the screen. */
  readonly next?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** What must be there first, in words. */
  readonly missing?: readonly string[];
  /** The name of a stop as a link to its page, where it has one; the bare name where left out. */
  readonly nameOf?: (stop: Stop, name: string) => ReactNode;
}

/** Where somebody is on the way, what is next and what is missing. */
export function PathwayLine({ stops, next, missing = [], nameOf = (_, name) => name }: Line) {
  return (
    <div className="fb-pathway">
      <ol aria-label={messages.ui.pathway}>
        {stops.map(({ stop, state, detail }) => (
          <li
            key={stop}
            className={`fb-stop fb-stop-${state}`}
            {...(state === "next" ? { "aria-current": "step" } : {})}
          >
            <span className="fb-stop-dot" aria-hidden="true" />
            <span className="fb-stop-name">{nameOf(stop, messages.ui.stops[stop])}</span>
            <span className="fb-stop-detail">{detail ?? messages.ui.stopStates[state]}</span>
          </li>
        ))}
      </ol>
      {next && (
        <div className="fb-pathway-next">
          <Button onClick={next.onPress} h={48}>
            {next.label}
          </Button>
          {missing.length > 0 && <Text c="dimmed">{missing.join(" · ")}</Text>}
        </div>
      )}
    </div>
  );
}

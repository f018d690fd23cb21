import "./compare-photos.css";
import { Group, SegmentedControl } from "@mantine/core";
import { useId, useState } from "react";
import { messages } from "../messages/index.ts";
import { BlinkButton } from "./blink-button.tsx";
import { type ComparedPhoto, ComparePane, type View } from "./compare-pane.tsx";
import { useBlink } from "./use-blink.ts";

interface Comparison {
  readonly before: ComparedPhoto;
  readonly after: ComparedPhoto;
  /** How far the two may be compared, always shown. */
  readonly comparability: string;
}

type Mode = keyof typeof messages.ui.compareModes;
const modes = Object.entries(messages.ui.compareModes).map(([value, label]) => ({ value: value as Mode, label }));
const whole: View = { zoom: 1, x: 0, y: 0 };

/** Two originals, never altered: side by side, under one edge, or in turn; zoom and position move both. */
export function ComparePhotos({ before, after, comparability }: Comparison) {
  const [mode, setMode] = useState<Mode>("side");
  const [view, setView] = useState(whole);
  const [edge, setEdge] = useState(50);
  const blink = useBlink(mode === "blink");
  const zoomId = useId();
  const panes = { view, onView: setView };
  return (
    <figure className="fb-compare" aria-label={messages.ui.compare}>
      <Group justify="space-between" gap={12} mb={12}>
        <SegmentedControl data={modes} value={mode} onChange={setMode} aria-label={messages.ui.compare} />
        <label className="fb-compare-zoom" htmlFor={zoomId}>
          {messages.ui.zoom}
          <input
            id={zoomId}
            type="range"
            min={1}
            max={4}
            step={0.25}
            value={view.zoom}
            onChange={(event) => setView({ ...view, zoom: event.currentTarget.valueAsNumber })}
          />
        </label>
      </Group>
      <div className={`fb-compare-stage fb-compare-${mode}`}>
        {mode === "side" &&
          [before, after].map((photo) => <ComparePane key={photo.label} photos={[photo]} {...panes} />)}
        {mode === "wipe" && <ComparePane photos={[before, after]} clip={edge} {...panes} />}
        {mode === "blink" && <ComparePane photos={[blink.isSecond ? after : before]} {...panes} />}
      </div>
      {mode === "wipe" && (
        <input
          className="fb-compare-edge"
          type="range"
          min={0}
          max={100}
          value={edge}
          aria-label={messages.ui.wipePosition}
          onChange={(event) => setEdge(event.currentTarget.valueAsNumber)}
        />
      )}
      {mode === "blink" && <BlinkButton blink={blink} />}
      <figcaption>{comparability}</figcaption>
    </figure>
  );
}

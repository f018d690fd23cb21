import { type KeyboardEvent, type PointerEvent, useRef } from "react";

export interface ComparedPhoto {
  readonly src: string;
  /** Such as "Before, Tue 12 Jan 2027". */
  readonly label: string;
  /** What can be seen, for those who can't see it. */
  readonly alt: string;
}

export interface View {
  readonly zoom: number;
  /** Share of the pane's width and height by which the picture is moved. */
  readonly x: number;
  readonly y: number;
}

interface Pane {
  /** The second lies over the first, cut at `clip` percent. */
  readonly photos: readonly ComparedPhoto[];
  readonly clip?: number;
  readonly view: View;
  readonly onView: (view: View) => void;
}

const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0.05, 0],
  ArrowRight: [-0.05, 0],
  ArrowUp: [0, 0.05],
  ArrowDown: [0, -0.05],
};

/** Drag or use the arrow keys to move; + and − to zoom. */
export function ComparePane({ photos, clip = 100, view, onView }: Pane) {
  const grip = useRef<{ readonly x: number; readonly y: number; readonly from: View } | null>(null);
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!grip.current) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    const { x, y, from } = grip.current;
    onView(held({ ...from, x: from.x + (event.clientX - x) / width, y: from.y + (event.clientY - y) / height }));
  };
  const press = (event: KeyboardEvent) => {
    const next = afterKey(event.key, view);
    if (!next) return;
    event.preventDefault();
    onView(held(next));
  };
  return (
    <section
      className="fb-compare-pane"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture, so it takes the focus
      tabIndex={0}
      aria-label={photos.map(({ label }) => label).join(" / ")}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, y: event.clientY, from: view };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        grip.current = null;
      }}
    >
      {photos.map(({ src, alt, label }, index) => (
        <div key={label} className="fb-compare-layer" style={index === 0 ? {} : { clipPath: `inset(0 0 0 ${clip}%)` }}>
          <img
            src={src}
            alt={alt}
            draggable={false}
            style={{ transform: `translate(${view.x * 100}%, ${view.y * 100}%) scale(${view.zoom})` }}
          />
          <span className={index === 0 ? "fb-compare-label" : "fb-compare-label fb-compare-label-end"}>{label}</span>
        </div>
      ))}
      {photos.length > 1 && <span className="fb-compare-line" style={{ left: `${clip}%` }} />}
    </section>
  );
}

function afterKey(key: string, view: View): View | null {
  const step = keySteps[key];
  if (step) return { ...view, x: view.x + step[0], y: view.y + step[1] };
  if (key === "+" || key === "=") return { ...view, zoom: view.zoom + 0.25 };
  return key === "-" ? { ...view, zoom: view.zoom - 0.25 } : null;
}

/** The picture never leaves its frame. */
function held({ zoom, x, y }: View): View {
  const inRange = Math.min(4, Math.max(1, zoom));
  const reach = (inRange - 1) / 2;
  return { zoom: inRange, x: Math.min(reach, Math.max(-reach, x)), y: Math.min(reach, Math.max(-reach, y)) };
}

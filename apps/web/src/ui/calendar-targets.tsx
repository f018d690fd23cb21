import { useEffect, useRef } from "react";
import { stretchesOf } from "./calendar-aim.ts";
import { type Calendar, type CalendarColumnHead, pixelsPerMinute } from "./calendar-model.ts";

interface Layer {
  readonly calendar: Calendar;
  readonly column: CalendarColumnHead;
}

/** Over one column: where the visit in hand may begin, and the block in hand where it is aimed at this column. */
export function CalendarTargetsLayer({ calendar, column }: Layer) {
  const { targets, fromMinute } = calendar;
  if (!targets) return null;
  const isAimedAt = targets.aim?.columnId === column.id;
  const top = (minute: number) => (minute - fromMinute) * pixelsPerMinute;
  return (
    <div className="fb-targets" data-target-column={column.id} data-barred={targets.barred.has(column.id)}>
      {stretchesOf(targets.starts.get(column.id) ?? []).map(({ from, to }) => (
        <div
          key={from}
          className="fb-target"
          style={{ top: top(from), height: Math.max(6, (to - from + 5) * pixelsPerMinute) }}
        />
      ))}
      {isAimedAt && targets.aim && <InHand calendar={calendar} top={top(targets.aim.minute)} />}
    </div>
  );
}

/** The block in hand is a button: Enter puts it down; the arrow keys are the grid's. */
function InHand({ calendar: { targets, hand }, top }: { readonly calendar: Calendar; readonly top: number }) {
  const block = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    block.current?.focus({ preventScroll: true });
  }, []);
  // A finger holds what it took: the page stays still until the block goes somewhere out of sight.
  const isFirst = useRef(true);
  useEffect(() => {
    const staysStill = isFirst.current && isPartlySeen(block.current?.getBoundingClientRect());
    isFirst.current = false;
    if (!staysStill) block.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  if (!targets) return null;
  return (
    <button
      ref={block}
      type="button"
      className="fb-in-hand"
      style={{ top, height: targets.lengthMinutes * pixelsPerMinute }}
      onClick={(event) => {
        event.stopPropagation();
        hand?.onDrop();
      }}
    >
      <strong>{targets.label}</strong>
      <span>{targets.aimLabel}</span>
    </button>
  );
}

function isPartlySeen(box: DOMRect | undefined): boolean {
  if (!box) return false;
  return box.top < window.innerHeight && box.bottom > 0 && box.left < window.innerWidth && box.right > 0;
}

import { NumberInput, Slider } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import { messages } from "../../messages/index.ts";
import { isWithin, type Limit } from "./what-if.ts";

interface Field {
  readonly label: string;
  readonly value: number;
  readonly limit: Limit;
  /** Said instead of the plain limits. */
  readonly refusal?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A number to type or to slide. What is out of its limits stays as typed, says why, and changes nothing else. */
export function LimitedNumber({ label, value, limit, refusal, onChange }: Field) {
  const [typed, setTyped] = useState<number | string>(value);
  const id = useId();
  useEffect(() => setTyped(value), [value]);
  const { least, most, step } = limit;
  const isRefused = typeof typed !== "number" || !isWithin(typed, limit);
  const isWhole = Number.isInteger(step);
  const change = (next: number | string) => {
    setTyped(next);
    if (typeof next === "number" && isWithin(next, limit)) onChange(next);
  };
  return (
    <div className="fb-limited">
      <label htmlFor={id}>{label}</label>
      <div className="fb-limited-row">
        <Slider
          value={typeof typed === "number" ? Math.min(most, Math.max(least, typed)) : value}
          min={least}
          max={most}
          step={step}
          label={null}
          thumbLabel={label}
          onChange={setTyped}
          onChangeEnd={change}
        />
        <NumberInput
          id={id}
          value={typed}
          step={step}
          allowDecimal={!isWhole}
          allowNegative={false}
          error={isRefused}
          inputMode={isWhole ? "numeric" : "decimal"}
          aria-describedby={isRefused ? `${id}-why` : undefined}
          onChange={change}
        />
      </div>
      {isRefused && (
        <p id={`${id}-why`} className="fb-limited-why">
          {refusal ?? messages.collagen.whatIf.outside(least, most)}
        </p>
      )}
    </div>
  );
}

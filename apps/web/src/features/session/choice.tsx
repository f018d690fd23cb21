import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Option<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
  /** Such as "fits this depth". */
  readonly hint?: string | undefined;
}

interface ChoiceOf<Value extends string | number> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: readonly Value[];
  readonly onChoose: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** A row of numbers, wide enough for a finger each. */
  readonly isScale?: boolean;
  readonly children?: ReactNode;
}

/** Buttons of 44 px that are pressed or not; nothing pressed is nothing recorded. */
export function Choice<Value extends string | number>(choice: ChoiceOf<Value>) {
  const { legend, options, chosen, onChoose, isDisabled = false, isScale = false, children } = choice;
  return (
    <fieldset className="fb-choice">
      <legend>{legend}</legend>
      <div className={isScale ? "fb-choice-row fb-choice-scale" : "fb-choice-row"}>
        {options.map(({ value, label, hint }) => (
          <Button
            key={value}
            variant={chosen.includes(value) ? "filled" : "default"}
            className="fb-choice-button"
            mih={44}
            h="auto"
            px={12}
            aria-pressed={chosen.includes(value)}
            disabled={isDisabled}
            onClick={() => onChoose(value)}
          >
            {label}
            {hint && (
              <Text component="span" size="sm" ml={6}>
                {hint}
              </Text>
            )}
          </Button>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

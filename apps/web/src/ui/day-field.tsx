import { TextInput, type TextInputProps } from "@mantine/core";
import { useId } from "react";
import { dayText } from "./day.tsx";

/** What `TextInput` takes; the value is a civil day, or empty. */
type DayField = Omit<TextInputProps, "type" | "value" | "inputContainer"> & { readonly value: string };

/**
 * A day, with the same day in words below: a browser shows `01/12/2027` in its own order, which reads as two
 * different days.
 */
export function DayField({ value, ...field }: DayField) {
  const id = useId();
  return (
    <TextInput
      {...field}
      type="date"
      value={value}
      inputContainer={(input) => (
        <>
          {input}
          <output htmlFor={id} className="fb-day-in-words">
            {dayInWords(value)}
          </output>
        </>
      )}
      id={id}
    />
  );
}

/** Nothing while the day is not whole: a year is typed digit by digit and is `0002-01-12` on its way. */
export function dayInWords(value: string): string {
  return value >= "1900" ? dayText(value) : "";
}

import type { ConsentTextView } from "@fibril/contract";
import { Button, Text, Textarea } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";

const { yes, no } = messages.consent;

interface Fields {
  readonly text: ConsentTextView;
  readonly answers: Readonly<Record<string, string>>;
  readonly fault: Error | null;
  readonly onChange: (key: string, answer: string) => void;
}

/** The questions inside a text: nothing is answered for anybody beforehand. */
export function TextFields({ text, answers, fault, onChange }: Fields) {
  return text.fields.map(({ key, label, kind, required }) => {
    const issue = fieldIssue(fault, `answers.${key}`);
    if (kind === "text") {
      return (
        <Textarea
          key={key}
          label={label}
          required={required}
          autosize
          value={answers[key] ?? ""}
          error={issue}
          onChange={(event) => onChange(key, event.currentTarget.value)}
        />
      );
    }
    return (
      <fieldset key={key} className="fb-consent-field">
        <legend>{label}</legend>
        <div className="fb-consent-choice">
          {(["yes", "no"] as const).map((word) => (
            <Button
              key={word}
              h={44}
              variant={answers[key] === word ? "light" : "default"}
              aria-pressed={answers[key] === word}
              onClick={() => onChange(key, word)}
            >
              {word === "yes" ? yes : no}
            </Button>
          ))}
        </div>
        {issue && (
          <Text size="sm" c="var(--fb-stop)" role="alert">
            {issue}
          </Text>
        )}
      </fieldset>
    );
  });
}

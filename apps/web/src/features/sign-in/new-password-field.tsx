import { PasswordInput } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";

interface Field {
  readonly value: string;
  readonly fault: Error | null;
  readonly onChange: (value: string) => void;
}

export const passwordLength = 12;

export function NewPasswordField({ value, fault, onChange }: Field) {
  return (
    <PasswordInput
      label={messages.signIn.newPasswordLabel}
      description={messages.signIn.passwordHint}
      autoComplete="new-password"
      minLength={passwordLength}
      required
      withAsterisk={false}
      value={value}
      error={fieldIssue(fault, "password")}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

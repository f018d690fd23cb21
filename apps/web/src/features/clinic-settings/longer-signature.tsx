import { PasswordInput, Stack, Text, Textarea } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";

const text = messages.clinicSettings;

interface Signature {
  readonly signerName: string;
  readonly maySign: boolean;
  readonly signature: { readonly reason: string; readonly password: string };
  readonly fault: Error | null;
  readonly onChange: (signature: { readonly reason: string; readonly password: string }) => void;
}

/** Shown only while a clock is longer than the founding table's. */
export function LongerSignature({ signerName, maySign, signature, fault, onChange }: Signature) {
  return (
    <Stack gap={12} component="section" className="fb-card" aria-label={text.longer}>
      <Text fw={550}>{maySign ? text.longerText(signerName) : text.longerBarred}</Text>
      {maySign && (
        <>
          <Textarea
            label={text.reason}
            autosize
            minRows={2}
            value={signature.reason}
            error={fieldIssue(fault, "longer.reason")}
            onChange={({ currentTarget: { value } }) => onChange({ ...signature, reason: value })}
          />
          <PasswordInput
            label={text.password}
            autoComplete="current-password"
            value={signature.password}
            error={fieldIssue(fault, "password")}
            onChange={({ currentTarget: { value } }) => onChange({ ...signature, password: value })}
          />
        </>
      )}
    </Stack>
  );
}

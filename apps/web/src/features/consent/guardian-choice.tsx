import type { GuardianView } from "@fibril/contract";
import { Radio, Stack, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";

const words = messages.consent;

interface Choice {
  readonly guardians: readonly GuardianView[];
  readonly chosen: string | null;
  readonly fault: Error | null;
  readonly onChoose: (guardian: GuardianView) => void;
}

/** A guardian signs for a minor only once their identity was checked. */
export function GuardianChoice({ guardians, chosen, fault, onChoose }: Choice) {
  if (guardians.length === 0) return <Text c="var(--fb-stop)">{words.noGuardian}</Text>;
  return (
    <Radio.Group
      label={words.whichGuardian}
      value={chosen ?? ""}
      error={fieldIssue(fault, "guardianId")}
      onChange={(id) => {
        const guardian = guardians.find((one) => one.id === id);
        if (guardian) onChoose(guardian);
      }}
    >
      <Stack gap={12} mt={8}>
        {guardians.map((guardian) => (
          <Radio
            key={guardian.id}
            value={guardian.id}
            size="md"
            disabled={!guardian.identityChecked}
            label={guardian.identityChecked ? guardian.name : words.guardianUnchecked(guardian.name)}
          />
        ))}
      </Stack>
      {guardians.some(({ identityChecked }) => !identityChecked) && (
        <Text size="sm" c="dimmed" mt={8}>
          {words.guardianUncheckedText}
        </Text>
      )}
    </Radio.Group>
  );
}

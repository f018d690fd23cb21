import { Radio, Stack } from "@mantine/core";

interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly isLarge?: boolean;
  readonly error?: string | null;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** Radio buttons as large as a thumb. */
export function ChoiceCards({ label, description, isLarge = false, error, value, options, onChange }: Choice) {
  return (
    <Radio.Group
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      classNames={{ label: isLarge ? "fb-ask" : "fb-detail-ask", description: "fb-why" }}
    >
      <Stack gap={8} mt={8}>
        {options.map((option) => (
          <Radio.Card key={option.value} value={option.value} className="fb-choice-card">
            <Radio.Indicator />
            <span>{option.label}</span>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}

import { concerns as allConcerns, type Concern } from "@fibril/suitability";
import { Checkbox, Stack } from "@mantine/core";
import { messages } from "../../messages/index.ts";

interface Wishes {
  readonly concerns: readonly Concern[];
  readonly onChange: (concerns: readonly Concern[]) => void;
}

export function IntakeConcerns({ concerns, onChange }: Wishes) {
  const text = messages.portal.forms;
  return (
    <Checkbox.Group
      label={text.concernsAsk}
      description={text.concernsWhy}
      value={[...concerns]}
      onChange={(chosen) => onChange(allConcerns.filter((concern) => chosen.includes(concern)))}
      classNames={{ label: "fb-ask", description: "fb-why" }}
    >
      <Stack gap={8} mt={16}>
        {allConcerns.map((concern) => (
          <Checkbox.Card key={concern} value={concern} className="fb-choice-card">
            <Checkbox.Indicator />
            <span>{text.concerns[concern]}</span>
          </Checkbox.Card>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

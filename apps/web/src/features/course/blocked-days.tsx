import { Button, Group, Input, Pill } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { DayField } from "../../ui/day-field.tsx";

const { course } = messages;

interface Days {
  readonly days: readonly string[];
  readonly onChange: (days: readonly string[]) => void;
}

/** Single days on which the patient can't come, added one by one and taken out again. */
export function BlockedDays({ days, onChange }: Days) {
  const [day, setDay] = useState("");
  const add = () => {
    if (day !== "" && !days.includes(day)) onChange([...days, day].sort());
    setDay("");
  };
  return (
    <Input.Wrapper label={course.blockedDays} labelElement="div">
      {days.length > 0 && (
        <Group gap={6} mb={8}>
          {days.map((one) => (
            <Pill
              key={one}
              size="lg"
              withRemoveButton
              removeButtonProps={{ "aria-label": course.unblock(dayText(one)), tabIndex: 0, "aria-hidden": false }}
              onRemove={() => onChange(days.filter((other) => other !== one))}
            >
              {dayText(one)}
            </Pill>
          ))}
        </Group>
      )}
      <Group gap={8} align="flex-start">
        <DayField
          aria-label={course.blockedDay}
          value={day}
          flex="1 1 150px"
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button variant="default" disabled={day === ""} onClick={add}>
          {course.blockDay}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}

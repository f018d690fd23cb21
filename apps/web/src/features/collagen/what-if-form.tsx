import { Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { LimitedNumber } from "./limited-number.tsx";
import { type Schedule, scheduleLimits, sessionDaysOf, settingLimits, type WhatIf } from "./what-if.ts";

const text = messages.collagen.whatIf;

interface Form {
  readonly whatIf: WhatIf;
  /** Told which field changed, so that typing on is taken back as one change. */
  readonly onChange: (whatIf: WhatIf, field: string) => void;
}

const settings = ["ageYears", "needleLengthMm", "channelsPerCm2"] as const;

export function WhatIfForm({ whatIf, onChange }: Form) {
  return (
    <form className="fb-what-if-form" aria-label={text.form} onSubmit={(event) => event.preventDefault()}>
      {(["first", "second"] as const).map((which) => (
        <ScheduleFields
          key={which}
          which={which}
          schedule={whatIf[which]}
          onChange={(schedule, field) => onChange({ ...whatIf, [which]: schedule }, `${which} ${field}`)}
        />
      ))}
      <fieldset className="fb-card fb-what-if-fields">
        <legend>{text.setting}</legend>
        {settings.map((field) => (
          <LimitedNumber
            key={field}
            label={text.fields[field]}
            value={whatIf[field]}
            limit={settingLimits[field]}
            refusal={field === "ageYears" ? text.below18 : undefined}
            onChange={(value) => onChange({ ...whatIf, [field]: value }, field)}
          />
        ))}
        <Text size="sm" c="dimmed">
          {text.settingText}
        </Text>
      </fieldset>
    </form>
  );
}

interface Fields {
  readonly which: "first" | "second";
  readonly schedule: Schedule;
  readonly onChange: (schedule: Schedule, field: string) => void;
}

function ScheduleFields({ which, schedule, onChange }: Fields) {
  const fields = ["sessions", "spacingDays", "maintenance", "maintenanceEveryDays"] as const;
  const shown = fields.filter((field) => {
    if (field === "spacingDays") return schedule.sessions > 1;
    return field !== "maintenanceEveryDays" || schedule.maintenance > 0;
  });
  return (
    <fieldset className={`fb-card fb-what-if-fields fb-what-if-${which}`}>
      <legend>
        <Title order={2} size="h3">
          {text.schedules[which]}
        </Title>
      </legend>
      {shown.map((field) => (
        <LimitedNumber
          key={field}
          label={text.fields[field]}
          value={schedule[field]}
          limit={scheduleLimits[field]}
          onChange={(value) => onChange({ ...schedule, [field]: value }, field)}
        />
      ))}
      <Text size="sm" c="dimmed">
        {text.scheduleText(sessionDaysOf(schedule))}
      </Text>
    </fieldset>
  );
}

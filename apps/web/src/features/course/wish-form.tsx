import type { ClinicSetUpView } from "@fibril/contract";
import { weekdays } from "@fibril/kernel";
import { Button, Chip, Group, Input, NativeSelect, NumberInput, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { BlockedDays } from "./blocked-days.tsx";
import { type CourseWish, gapLimits, type PreferredTime, wishIssues } from "./course-wish.ts";

const { course } = messages;
const sessionCounts = [3, 4, 5, 6] as const;
const preferredTimes = Object.entries(course.preferredTimes).map(([value, label]) => ({ value, label }));

interface Form {
  readonly wish: CourseWish;
  readonly setUp: ClinicSetUpView;
  readonly isBusy: boolean;
  /** Once courses are found, booking one of them is the next step, not searching again. */
  readonly isNextStep: boolean;
  readonly onChange: (wish: CourseWish) => void;
  readonly onAsk: () => void;
}

export function WishForm({ wish, setUp, isBusy, isNextStep, onChange, onAsk }: Form) {
  const issues = wishIssues(wish);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(issues).length === 0) onAsk();
  };
  const set = <Field extends keyof CourseWish>(field: Field, value: CourseWish[Field]) =>
    onChange({ ...wish, [field]: value });
  const people = setUp.resources.filter(
    ({ kind, endedOn }) => kind === "practitioner" && (endedOn === null || wish.earliest <= endedOn),
  );
  return (
    <form onSubmit={submit} aria-label={course.wish}>
      <Stack gap={16} className="fb-card">
        <NativeSelect
          label={course.sessions}
          value={String(wish.sessions)}
          data={sessionCounts.map((count) => ({ value: String(count), label: course.sessionsCount(count) }))}
          onChange={(event) => set("sessions", Number(event.currentTarget.value))}
        />
        <GapDays gapDays={wish.gapDays} issue={issues.gapDays} onChange={(gapDays) => set("gapDays", gapDays)} />
        <DayField
          required
          withAsterisk={false}
          label={course.earliest}
          value={wish.earliest}
          onChange={(event) => set("earliest", event.currentTarget.value)}
        />
        <DayField
          required
          withAsterisk={false}
          label={course.latest}
          value={wish.latest}
          error={issues.latest}
          onChange={(event) => set("latest", event.currentTarget.value)}
        />
        <Input.Wrapper label={course.weekdays} labelElement="div" error={issues.weekdays}>
          <Chip.Group
            multiple
            value={[...wish.weekdays]}
            onChange={(chosen) =>
              set(
                "weekdays",
                weekdays.filter((weekday) => chosen.includes(weekday)),
              )
            }
          >
            <Group gap={6} className="fb-weekdays">
              {weekdays.map((weekday) => (
                <Chip key={weekday} value={weekday} size="sm" aria-label={course.weekdayLong[weekday]}>
                  {course.weekdayNames[weekday]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <BlockedDays days={wish.blockedDays} onChange={(blockedDays) => set("blockedDays", blockedDays)} />
        <NativeSelect
          label={course.preferred}
          value={wish.preferred}
          data={preferredTimes}
          onChange={(event) => set("preferred", event.currentTarget.value as PreferredTime)}
        />
        <NativeSelect
          label={course.practitioner}
          value={wish.practitionerId ?? ""}
          data={[{ value: "", label: course.anybody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => set("practitionerId", event.currentTarget.value || null)}
        />
        {setUp.sites.length > 1 && (
          <NativeSelect
            label={course.site}
            value={wish.siteId}
            data={setUp.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set("siteId", event.currentTarget.value)}
          />
        )}
        <Button type="submit" variant={isNextStep ? "filled" : "default"} loading={isBusy} fullWidth>
          {course.search}
        </Button>
      </Stack>
    </form>
  );
}

interface Gap {
  readonly gapDays: CourseWish["gapDays"];
  readonly issue: string | undefined;
  readonly onChange: (gapDays: CourseWish["gapDays"]) => void;
}

const gapFields = [
  { name: "min", label: course.gapMin },
  { name: "target", label: course.gapTarget },
  { name: "max", label: course.gapMax },
] as const;

function GapDays({ gapDays, issue, onChange }: Gap) {
  return (
    <Input.Wrapper label={course.gap} labelElement="div" error={issue}>
      <div className="fb-three">
        {gapFields.map(({ name, label }) => (
          <NumberInput
            key={name}
            label={label}
            value={gapDays[name]}
            min={gapLimits.min}
            max={gapLimits.max}
            clampBehavior="blur"
            allowDecimal={false}
            onChange={(value) => onChange({ ...gapDays, [name]: Number(value) })}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}

import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import { Alert, Button, Fieldset, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { type BirthParts, type BookingDraft, birthDateOf } from "./booking-draft.ts";

const text = messages.selfBooking.who;

interface Who {
  readonly draft: BookingDraft;
  readonly today: string;
  readonly onType: (typed: Partial<BookingDraft>) => void;
  readonly onNext: () => void;
}

export function WhoStep({ draft, today, onType, onNext }: Who) {
  const [wasSent, setWasSent] = useState(false);
  const birthDate = birthDateOf(draft.birth);
  const isReal = birthDate !== null && birthDate <= today;
  const isMinor = isReal && ageOn(birthDate, today as CalendarDate) < adultYears;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (isReal && draft.givenName.trim() !== "" && draft.familyName.trim() !== "") onNext();
  };
  const missing = (value: string) => (wasSent && value.trim() === "" ? text.needed : null);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={20}>
        <TextInput
          label={text.givenName}
          autoComplete="given-name"
          maxLength={200}
          value={draft.givenName}
          error={missing(draft.givenName)}
          onChange={(event) => onType({ givenName: event.currentTarget.value })}
        />
        <TextInput
          label={text.familyName}
          autoComplete="family-name"
          maxLength={200}
          value={draft.familyName}
          error={missing(draft.familyName)}
          onChange={(event) => onType({ familyName: event.currentTarget.value })}
        />
        <BirthDate birth={draft.birth} error={wasSent && !isReal ? text.birthWrong : null} onType={onType} />
        {isMinor && (
          <Alert variant="outline" color="var(--fb-defer)">
            {text.minor}
          </Alert>
        )}
        <Button type="submit" size="lg">
          {messages.selfBooking.next}
        </Button>
      </Stack>
    </form>
  );
}

interface Birth {
  readonly birth: BirthParts;
  readonly error: string | null;
  readonly onType: (typed: Partial<BookingDraft>) => void;
}

/** Three numbers, because people know their birthday and no calendar is nearer to it. */
function BirthDate({ birth, error, onType }: Birth) {
  const part = (name: keyof BirthParts, autoComplete: string, maxLength: number) => (
    <TextInput
      label={text[name]}
      inputMode="numeric"
      autoComplete={autoComplete}
      maxLength={maxLength}
      value={birth[name]}
      aria-invalid={error !== null}
      {...(error === null ? {} : { "aria-describedby": "birth-error" })}
      onChange={(event) => onType({ birth: { ...birth, [name]: event.currentTarget.value } })}
    />
  );
  return (
    <Fieldset legend={text.birthDate} variant="unstyled">
      <Text c="dimmed" mb={8}>
        {text.birthHint}
      </Text>
      <div className="fb-book-birth">
        {part("day", "bday-day", 2)}
        {part("month", "bday-month", 2)}
        {part("year", "bday-year", 4)}
      </div>
      {error !== null && (
        <Text id="birth-error" role="alert" c="var(--fb-stop)" mt={8}>
          {error}
        </Text>
      )}
    </Fieldset>
  );
}

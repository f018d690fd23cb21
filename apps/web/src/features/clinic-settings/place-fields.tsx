import type { ClinicSettingsView } from "@fibril/contract";
import { emergencyWords } from "@fibril/recovery";
import { NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { type PlaceDraft, withCountry } from "./settings-draft.ts";
import type { SettingsFields } from "./task-clocks.tsx";

const text = messages.clinicSettings;

/** Each site's country and numbers, and what patients will read of them. */
export function PlaceFields({
  draft,
  settings,
  fault,
  onChange,
}: SettingsFields & { readonly settings: ClinicSettingsView }) {
  const set = draft.places.filter(({ country }) => country !== "");
  const change = (changed: PlaceDraft) =>
    onChange((before) => ({
      ...before,
      places: before.places.map((place) => (place.siteId === changed.siteId ? changed : place)),
    }));
  return (
    <Stack gap={16} component="section" className="fb-card" aria-label={text.places}>
      <div>
        <Title order={2} size="h3">
          {text.places}
        </Title>
        <Text c="dimmed">{text.placesText}</Text>
      </div>
      {draft.places.map((place) => (
        <Place
          key={place.siteId}
          place={place}
          countries={settings.countries}
          path={`places.${set.findIndex(({ siteId }) => siteId === place.siteId)}`}
          fault={fault}
          onChange={change}
        />
      ))}
      <div>
        <Text size="sm" c="dimmed">
          {set.length === 0 ? text.patientsReadNow : text.patientsRead}
        </Text>
        <Text>{set.length === 0 ? settings.emergencyText : emergencyWords(set.map(placeToCall))}</Text>
      </div>
    </Stack>
  );
}

function placeToCall({ siteName, emergencyNumber, adviceNumber }: PlaceDraft) {
  return { siteName, emergencyNumber, adviceNumber: adviceNumber.trim() || null };
}

interface PlaceOf {
  readonly place: PlaceDraft;
  readonly countries: ClinicSettingsView["countries"];
  readonly path: string;
  readonly fault: Error | null;
  readonly onChange: (place: PlaceDraft) => void;
}

function Place({ place, countries, path, fault, onChange }: PlaceOf) {
  return (
    <fieldset className="fb-settings-fields fb-settings-place">
      <legend>{place.siteName}</legend>
      <NativeSelect
        label={text.country}
        value={place.country}
        data={[
          { value: "", label: text.noCountry },
          ...countries.map(({ country, name }) => ({ value: country, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange(withCountry(place, value as PlaceDraft["country"], countries))
        }
      />
      {place.country !== "" && (
        <>
          <TextInput
            label={text.emergencyNumber}
            inputMode="tel"
            value={place.emergencyNumber}
            error={fieldIssue(fault, `${path}.emergencyNumber`)}
            onChange={({ currentTarget: { value } }) => onChange({ ...place, emergencyNumber: value })}
          />
          <TextInput
            label={text.adviceNumber}
            inputMode="tel"
            value={place.adviceNumber}
            error={fieldIssue(fault, `${path}.adviceNumber`)}
            onChange={({ currentTarget: { value } }) => onChange({ ...place, adviceNumber: value })}
          />
        </>
      )}
    </fieldset>
  );
}

import type { ChangeClinicSettingsBody, ClinicSettingsView, SitePlace } from "@fibril/contract";

export type TaskUrgency = ClinicSettingsView["founding"][number]["urgency"];

/** The settings as they are typed: every field a text, so that nothing typed is lost. */
export interface SettingsDraft {
  readonly version: number;
  readonly minutes: Readonly<Record<TaskUrgency, string>>;
  readonly places: readonly PlaceDraft[];
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string; readonly hours: string };
  readonly selfBooking: boolean;
}

export interface PlaceDraft {
  readonly siteId: string;
  readonly siteName: string;
  readonly country: SitePlace["country"] | "";
  readonly emergencyNumber: string;
  readonly adviceNumber: string;
}

export function draftOf(settings: ClinicSettingsView): SettingsDraft {
  const { version, taskMinutes, places, sites, founding, aftercareContact: contact } = settings;
  return {
    version,
    minutes: Object.fromEntries(
      founding.map(({ urgency }) => [urgency, String(taskMinutes[urgency] ?? "")]),
    ) as SettingsDraft["minutes"],
    places: sites.map(({ id, name }) => {
      const place = places.find(({ siteId }) => siteId === id);
      return {
        siteId: id,
        siteName: name,
        country: place?.country ?? "",
        emergencyNumber: place?.emergencyNumber ?? "",
        adviceNumber: place?.adviceNumber ?? "",
      };
    }),
    contact: {
      name: contact?.name ?? "",
      phone: contact?.phone ?? "",
      email: contact?.email ?? "",
      hours: contact?.hours ?? "",
    },
    selfBooking: settings.selfBooking,
  };
}

/** The numbers of the chosen country, where the site has none typed in of its own. */
export function withCountry(
  place: PlaceDraft,
  country: PlaceDraft["country"],
  countries: ClinicSettingsView["countries"],
): PlaceDraft {
  const numbers = countries.find((one) => one.country === country);
  return {
    ...place,
    country,
    emergencyNumber: numbers?.emergencyNumber ?? "",
    adviceNumber: numbers?.adviceNumber ?? "",
  };
}

/** The clocks that are longer than the founding table and were not so before: a clinician signs these. */
export function longerThanFounding(draft: SettingsDraft, settings: ClinicSettingsView): readonly TaskUrgency[] {
  return settings.founding
    .filter(({ urgency, minutes }) => {
      const typed = Number(draft.minutes[urgency]);
      return typed > minutes && typed > (settings.taskMinutes[urgency] ?? 0);
    })
    .map(({ urgency }) => urgency);
}

/** What is sent; a site without a country and a contact without a name are left out. */
export function bodyOf(draft: SettingsDraft, longer: ChangeClinicSettingsBody["longer"]): ChangeClinicSettingsBody {
  const { version, minutes, places, contact, selfBooking } = draft;
  const typed = Object.entries(minutes).filter(([, text]) => text.trim() !== "");
  return {
    version,
    taskMinutes: Object.fromEntries(typed.map(([urgency, text]) => [urgency, Number(text)])),
    places: places.flatMap(({ siteId, country, emergencyNumber, adviceNumber }) =>
      country === "" ? [] : [{ siteId, country, emergencyNumber, adviceNumber: adviceNumber.trim() || null }],
    ),
    aftercareContact: contact.name.trim() === "" ? null : { ...contact, email: contact.email.trim() || null },
    selfBooking,
    longer,
  };
}

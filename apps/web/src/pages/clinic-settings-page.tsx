import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../api/sign-in-query.ts";
import { ClinicContact } from "../features/clinic-settings/clinic-contact.tsx";
import { ClinicSettings } from "../features/clinic-settings/clinic-settings-form.tsx";
import { ClinicTimeZone } from "../features/clinic-settings/clinic-time-zone.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

const text = messages.clinicSettings;

export function ClinicSettingsPage() {
  const { data: signedIn } = useQuery(signInQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <ClinicContact />
      <ClinicTimeZone />
      <ClinicSettings signerName={signedIn?.account.name ?? ""} />
    </>
  );
}

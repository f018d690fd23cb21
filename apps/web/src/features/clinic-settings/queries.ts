import { CareContactView, ClinicSettingsView, ClinicTimeZoneView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const clinicSettingsQuery = queryOptions({
  queryKey: ["clinic-settings"],
  queryFn: ({ signal }) => api.get("/api/clinic-settings", { schema: ClinicSettingsView, signal }),
});

export const clinicTimeZoneQuery = queryOptions({
  queryKey: ["clinic-time-zone"],
  queryFn: ({ signal }) => api.get("/api/clinic/time-zone", { schema: ClinicTimeZoneView, signal }),
});

export const careContactQuery = queryOptions({
  queryKey: ["my", "care-contact"],
  queryFn: ({ signal }) => api.get("/api/my/care-contact", { schema: CareContactView, signal }),
});

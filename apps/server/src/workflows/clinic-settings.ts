import {
  CareContactView,
  ChangeClinicSettingsBody,
  type ClinicSettingsView,
  ClinicSettingsView as Settings,
  type TaskMinutes,
} from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";
import { countries, emergencyNumbers, emergencyWords, foundingMinutes, taskClocks } from "@fibril/recovery";
import { listSites } from "../features/booking/set-up-store.ts";
import * as store from "../features/clinic-settings/store.ts";
import { findClinicSettings } from "../lookups/clinic-settings.ts";
import { findSigner } from "../lookups/staff.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { provenSigner } from "./proven-signer.ts";

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "now" | "caller" | "record" | "services"
>;

const urgencies = ["emergency", "same-day", "24-hours", "48-hours", "1-week"] as const;

const readClinicSettings = clinicRoute({
  method: "GET",
  path: "/api/clinic-settings",
  operationId: "readClinicSettings",
  summary: "How long tasks may wait, whom patients call in an emergency, and whom to ask about healing.",
  answers: { 200: Settings },
  run: async (asked) => answer(200, await settingsView(asked)),
});

const changeClinicSettings = clinicRoute({
  method: "PUT",
  path: "/api/clinic-settings",
  operationId: "changeClinicSettings",
  summary: "Keeps new settings; a clock longer than the founding table's needs a clinician's signature.",
  body: ChangeClinicSettingsBody,
  answers: { 200: Settings },
  run: async (asked) => {
    const { tx, clinicId, body, now, record } = asked;
    await store.lockSettings(tx, clinicId);
    const before = await findClinicSettings(tx, clinicId);
    if (before.version !== body.version) return problem("stale-version", { current: await settingsView(asked) });
    const sites = await listSites(tx, clinicId);
    const issues = refuseSettings(body, sites, before.taskMinutes);
    if (issues.length > 0) return problem("invalid-input", { issues });
    const changer = await changerOf(asked, body);
    if (changer instanceof Problem) return changer;
    const { taskMinutes, places, aftercareContact, selfBooking } = body;
    const named = places.map(({ siteId, ...place }) => ({
      ...place,
      siteName: sites.find(({ id }) => id === siteId)?.name ?? "",
    }));
    const emergencyText = named.length === 0 ? await store.readEmergencyText(tx, clinicId) : emergencyWords(named);
    const version = before.version + 1;
    const reason = body.longer?.reason ?? null;
    await store.insertSettings(
      tx,
      clinicId,
      { version, taskMinutes, places, aftercareContact, selfBooking, emergencyText, reason, changer },
      now,
    );
    record({
      action: body.longer ? "signed" : "changed",
      noun: "clinic settings",
      subjectId: null,
      detail: { version, taskMinutes, selfBooking, ...(reason === null ? {} : { reason }) },
    });
    return answer(200, await settingsView(asked));
  },
});

const readMyCareContact = clinicRoute({
  method: "GET",
  path: "/api/my/care-contact",
  operationId: "readMyCareContact",
  summary: "Whom the patient calls in an emergency and whom about healing.",
  answers: { 200: CareContactView },
  run: async ({ tx, clinicId }) => {
    const { aftercareContact } = await findClinicSettings(tx, clinicId);
    return answer(200, {
      emergencyText: await store.readEmergencyText(tx, clinicId),
      contact: aftercareContact,
    });
  },
});

export const clinicSettingsRoutes = [readClinicSettings, changeClinicSettings, readMyCareContact];

/** Longer than the founding table and not so already: these need a signature. */
function newlyLonger(minutes: TaskMinutes, before: TaskMinutes): readonly (typeof urgencies)[number][] {
  return urgencies.filter((urgency) => {
    const wanted = minutes[urgency] ?? 0;
    return wanted > foundingMinutes(urgency) && wanted > (before[urgency] ?? 0);
  });
}

function refuseSettings(
  { taskMinutes, places, longer }: ChangeClinicSettingsBody,
  sites: readonly { readonly id: string }[],
  before: TaskMinutes,
): readonly InputIssue[] {
  const longerOnes = longer === null ? newlyLonger(taskMinutes, before) : [];
  const unsigned = longerOnes.map((urgency) => ({
    path: `taskMinutes.${urgency}`,
    message: `is longer than ${foundingMinutes(urgency)} minutes: a clinician has to sign that`,
  }));
  const strange = places.flatMap(({ siteId }, index) =>
    sites.some(({ id }) => id === siteId) ? [] : [{ path: `places.${index}.siteId`, message: "is no site of yours" }],
  );
  const repeated = places.flatMap(({ siteId }, index) =>
    places.findIndex((other) => other.siteId === siteId) === index
      ? []
      : [{ path: `places.${index}.siteId`, message: "is named twice" }],
  );
  return [...unsigned, ...strange, ...repeated];
}

async function changerOf(asked: Asked, { longer }: ChangeClinicSettingsBody) {
  if (longer !== null) return provenSigner(asked, longer.password);
  return (await findSigner(asked.tx, asked.caller)) ?? problem("not-found");
}

async function settingsView({ tx, clinicId, caller }: Asked): Promise<ClinicSettingsView> {
  const { version, taskMinutes, places, aftercareContact, selfBooking, changed } = await findClinicSettings(
    tx,
    clinicId,
  );
  const sites = await listSites(tx, clinicId);
  const signer = await findSigner(tx, caller);
  return {
    version,
    taskMinutes,
    places: [...places],
    aftercareContact,
    selfBooking,
    sites: sites.map(({ id, name }) => ({ id, name })),
    founding: urgencies.map((urgency) => ({
      urgency,
      minutes: foundingMinutes(urgency),
      isWorkingDay: !("minutes" in taskClocks[urgency]),
    })),
    emergencyText: await store.readEmergencyText(tx, clinicId),
    countries: countries.map((country) => {
      const { name, emergency, advice } = emergencyNumbers[country];
      return { country, name, emergencyNumber: emergency, adviceNumber: advice };
    }),
    changed: changed && { by: changed.by, at: changed.at.toISOString() },
    maySignLonger: Boolean(signer?.registration),
  };
}

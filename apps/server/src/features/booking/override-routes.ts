import { BookingOverridesQuery, BookingOverridesView } from "@fibril/contract";
import { type AccessTable, staff } from "../../platform/http/access.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { listOverrides } from "./override-store.ts";

const listBookingOverrides = clinicRoute({
  method: "GET",
  path: "/api/reports/booking-overrides",
  operationId: "listBookingOverrides",
  summary: "Who booked or moved outside which rule of the clinic, and why; the latest first.",
  query: BookingOverridesQuery,
  answers: { 200: BookingOverridesView },
  run: async ({ tx, clinicId, query, caller: { timeZone } }) => {
    const { from, to } = query;
    const range = { ...(from ? { from } : {}), ...(to ? { to } : {}), timeZone };
    return answer(200, { overrides: await listOverrides(tx, clinicId, range) });
  },
});

export const overrideRoutes = [listBookingOverrides];

export const overrideAccess = {
  listBookingOverrides: staff("owner", "manager", "auditor"),
} as const satisfies AccessTable;

import type { Window } from "../pages/browser.ts";

interface Due {
  readonly patientId: string;
  readonly email: string;
  readonly checkInId: string;
}

/** A patient whose newest check-in has fallen due and waits for its answers; asked as one who treats. */
export async function findDueCheckIn({ ask }: Window): Promise<Due> {
  const { patients } = await ask<{ patients: { id: string; isMinor: boolean }[] }>("GET", "/api/patients?limit=100");
  for (const { id } of patients.filter(({ isMinor }) => !isMinor)) {
    const { checkIns } = await ask<{ checkIns: { id: string; state: string; dueOn: string }[] }>(
      "GET",
      `/api/patients/${id}/check-ins`,
    );
    const fallen = checkIns.filter(({ state }) => state !== "to-come");
    const newest = fallen.toSorted((left, right) => (left.dueOn < right.dueOn ? 1 : -1))[0];
    if (!newest || newest.state === "answered") continue;
    const { patient } = await ask<{ patient: { email: string | null } }>("GET", `/api/patients/${id}`);
    if (patient.email !== null) return { patientId: id, email: patient.email, checkInId: newest.id };
  }
  throw new Error("no check-in of the demo is due");
}

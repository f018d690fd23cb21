import type { Window } from "../pages/browser.ts";

interface Due {
  readonly patientId: string;
  readonly email: string;
  readonly checkInId: string;
}

const mostDays = 28;

/** A patient whose newest check-in waits for its answers; the demo's clock goes on, day by day, until there is one. */
export async function findDueCheckIn(window: Window): Promise<Due> {
  for (let day = 0; day <= mostDays; day++) {
    const due = await lookForDue(window);
    if (due) return due;
    await window.ask("POST", "/api/demo/clock", { days: 1, hours: 0 });
  }
  throw new Error(`no check-in of the demo falls due within ${mostDays} days`);
}

/** Asked as one who treats. */
async function lookForDue({ ask }: Window): Promise<Due | null> {
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
  return null;
}

import { endGuardianMembers, listAdults, listGuardianMembers } from "../features/patient/portal-store.ts";
import { findSubject } from "../lookups/patient.ts";
import { appendAudit } from "../platform/audit/audit.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";
import type { DueWork } from "../platform/jobs/jobs.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";

const actor = { accountId: null, name: "fibril", role: "system" } as const;

type Member = Awaited<ReturnType<typeof listGuardianMembers>>[number];

/** On the 18th birthday, by the clinic's calendar, a guardian's place on the patient's pages ends and both are told. */
export const endGuardiansAccess: DueWork = {
  name: "end guardians' access",
  run: async ({ database, publicUrl }, now) => {
    const members = await database.atGate(listGuardianMembers);
    const zones = new Map(members.map(({ clinicId, timeZone }) => [clinicId, timeZone]));
    for (const [clinicId, timeZone] of zones) {
      const ofClinic = members.filter((member) => member.clinicId === clinicId);
      await database.inClinic({ clinicId }, async (tx) => {
        const patientIds = ofClinic.flatMap(({ patientId }) => patientId ?? []);
        const adults = await listAdults(tx, { clinicId, patientIds }, civilDay(now, timeZone));
        for (const member of ofClinic)
          if (member.patientId !== null && adults.has(member.patientId)) await endFor(tx, member, { now, publicUrl });
      });
    }
  },
};

interface Ending {
  readonly now: Date;
  readonly publicUrl: string;
}

async function endFor(tx: Tx, member: Member, { now, publicUrl }: Ending): Promise<void> {
  const { clinicId, patientId, clinicName, timeZone, email } = member;
  const subject = patientId && (await findSubject(tx, clinicId, patientId, civilDay(now, timeZone)));
  if (!subject) return;
  await endGuardianMembers(tx, { clinicId, patientIds: [subject.id] }, now);
  const send = (to: string, words: { readonly subject: string; readonly text: string }) =>
    enqueueMessage(
      tx,
      clinicId,
      { kind: "came-of-age", to, ...words, patientId: subject.id, dedupeKey: `came of age ${subject.id} ${to}` },
      now,
    );
  await send(email, {
    subject: `Your access at ${clinicName} has ended`,
    text: "The person whose pages you could open is 18 now and decides alone. What you signed for them stays in the record and counts no more.",
  });
  if (subject.email && subject.email !== email)
    await send(subject.email, {
      subject: "You are 18: you decide yourself now",
      text: `Nobody else can open your pages at ${clinicName} any more. Before your next session you sign the consent yourself: ${publicUrl}/my`,
    });
  const ended = { action: "ended access", noun: "guardian", subjectId: subject.id, patientId: subject.id };
  await appendAudit(tx, clinicId, { actor, entries: [ended], now });
}

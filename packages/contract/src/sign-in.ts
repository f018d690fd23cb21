import { z } from "zod";
import { Email, Id, Instant, LongText, OptionalText, Role, ShortText, StaffRole } from "./common.ts";

const Password = z.string().min(1).max(200);
const NewPassword = z.string().min(12, "at least 12 characters").max(200);
const Secret = z.string().min(6).max(200);

export const SignInBody = z.strictObject({ email: Email, password: Password });
/** Asks for a one-time code by e-mail; the answer is the same whether the address is known or not. */
export const RequestCodeBody = z.strictObject({ email: Email });
export const SignInWithCodeBody = z.strictObject({ email: Email, code: z.string().regex(/^\d{6}$/, "six digits") });
export const SignInWithLinkBody = z.strictObject({ token: Secret });
export const RequestNewPasswordBody = z.strictObject({ email: Email });
export const SetNewPasswordBody = z.strictObject({ token: Secret, password: NewPassword });
export const AcceptInvitationBody = z.strictObject({ token: Secret, name: ShortText, password: NewPassword });
export const FirstOwnerBody = z.strictObject({
  token: Secret,
  clinicName: ShortText,
  timeZone: ShortText,
  name: ShortText,
  email: Email,
  password: NewPassword,
});

export const MembershipView = z.object({
  id: Id,
  clinicId: Id,
  clinicName: z.string(),
  role: Role,
  patientId: Id.nullable(),
  patientRelation: z.enum(["self", "guardian"]).nullable(),
});
export type MembershipView = z.infer<typeof MembershipView>;

/** Who is signed in, where and as what. */
export const SignInView = z.object({
  account: z.object({ id: Id, name: z.string(), email: z.string() }),
  membership: MembershipView,
  others: z.array(MembershipView),
  clinic: z.object({ id: Id, name: z.string(), timeZone: z.string(), phone: z.string(), emergencyText: z.string() }),
  today: z.string(),
  csrfToken: z.string(),
  expiresAt: Instant,
});
export type SignInView = z.infer<typeof SignInView>;

export const SwitchMembershipBody = z.strictObject({ membershipId: Id });

/** What anybody may know before signing in. */
export const InstallationView = z.object({
  demo: z.boolean(),
  needsFirstOwner: z.boolean(),
  demoAccounts: z.array(
    z.object({ role: Role, name: z.string(), email: z.string(), password: z.string(), description: z.string() }),
  ),
});
export type InstallationView = z.infer<typeof InstallationView>;

export const StaffView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: StaffRole,
  registration: z.string().nullable(),
  ended: z.boolean(),
  version: z.number().int(),
});
export type StaffView = z.infer<typeof StaffView>;
export const StaffListView = z.object({ staff: z.array(StaffView) });
export const InviteStaffBody = z.strictObject({ email: Email, name: ShortText, role: StaffRole });
/** `link` is given only where no message leaves this installation, so that the owner can hand it over. */
export const InvitationView = z.object({
  email: z.string(),
  role: StaffRole,
  expiresAt: Instant,
  link: z.string().nullable(),
});
export const ChangeStaffBody = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
  name: ShortText,
  registration: OptionalText.nullable(),
  /** Left out: the role stays. */
  role: StaffRole.optional(),
  ended: z.boolean(),
});
export type ChangeStaffBody = z.infer<typeof ChangeStaffBody>;
/** An invitation that nobody has taken yet; `isOver` where its time has run out. */
export const OpenInvitationsView = z.object({
  invitations: z.array(
    z.object({
      id: Id,
      name: z.string(),
      email: z.string(),
      role: StaffRole,
      sentAt: Instant,
      expiresAt: Instant,
      isOver: z.boolean(),
    }),
  ),
});
export type OpenInvitationsView = z.infer<typeof OpenInvitationsView>;

/** Asks for the old password again, so that a screen left open does not give the account away. */
export const ChangePasswordBody = z.strictObject({ password: Password, newPassword: NewPassword });
export const InvitePatientBody = z.strictObject({ guardianId: Id.nullable() });

export const MailboxView = z.object({
  messages: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      to: z.string(),
      subject: z.string(),
      text: LongText,
      at: Instant,
      sent: z.boolean(),
    }),
  ),
});
export type MailboxView = z.infer<typeof MailboxView>;

export const DemoClockView = z.object({ now: Instant, today: z.string(), offsetDays: z.number() });
export type DemoClockView = z.infer<typeof DemoClockView>;
export const MoveClockBody = z.strictObject({
  days: z.number().int().min(0).max(400),
  hours: z.number().int().min(0).max(23),
});

/** The clinic's name, typed out: the demo's people and records go for good. */
export const StartOwnClinicBody = z.strictObject({ clinicName: ShortText });
export const OwnClinicView = z.object({
  /** For the first owner's page; good for 7 days, once. */
  token: z.string(),
});

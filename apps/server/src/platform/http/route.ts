import type { CalendarDate } from "@fibril/kernel";
import type { z } from "zod";
import type { Actor, AuditEntry } from "../audit/audit.ts";
import type { AnsweredSecret } from "../auth/answered-secrets.ts";
import type { Caller } from "../auth/caller.ts";
import type { Tx } from "../database/database.ts";
import type { OutgoingMessage } from "../messages/outbox.ts";
import type { Services } from "../services.ts";
import type { Problem } from "./problem.ts";

type Schema = z.ZodType;
type Answers = Readonly<Record<number, Schema>>;
type Output<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

export type AnswerOf<A extends Answers> = {
  [Status in keyof A & number]: { readonly status: Status; readonly body: z.output<A[Status]> };
}[keyof A & number];

/** Bytes to send as they are. */
export interface BinaryAnswer {
  readonly status: 200;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly fileName?: string;
  /** A strong validator in quotes: who has these bytes already is answered 304. */
  readonly mark?: string;
}

interface Shape<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  A extends Answers,
> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Fastify's form: `/api/patients/:patientId`. */
  readonly path: string;
  readonly operationId: string;
  /** One sentence for the API's readers. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answers: A;
}

export interface Asked<P extends Schema | undefined, Q extends Schema | undefined, B extends Schema | undefined> {
  readonly params: Output<P>;
  readonly query: Output<Q>;
  readonly body: Output<B>;
  readonly now: Date;
  readonly services: Services;
}

export interface ClinicAsked<P extends Schema | undefined, Q extends Schema | undefined, B extends Schema | undefined>
  extends Asked<P, Q, B> {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly clinicId: string;
  /** The civil day at the clinic. */
  readonly today: CalendarDate;
  readonly newId: () => string;
  /** What the audit will say; every write says something. */
  readonly record: (entry: AuditEntry) => void;
  /** Leaves through the outbox once the change is kept. */
  readonly send: (message: OutgoingMessage) => Promise<void>;
}

export interface ClinicRoute extends Shape<Schema | undefined, Schema | undefined, Schema | undefined, Answers> {
  readonly kind: "clinic";
  /** A read that is itself audited, so it writes. */
  readonly auditedRead: boolean;
  /** A question put as a POST for the size of its body: changes nothing. */
  readonly asks: boolean;
  /** Takes raw bytes of a photograph as its body. */
  readonly takesBytes: boolean;
  readonly givesBytes: boolean;
  readonly run: (asked: ClinicAsked<Schema, Schema, Schema>) => Promise<unknown>;
}

/** A route inside one clinic, for somebody signed in whose role stands in the access table. */
export function clinicRoute<
  A extends Answers,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  definition: Shape<P, Q, B, A> & {
    readonly auditedRead?: boolean;
    readonly asks?: boolean;
    readonly takesBytes?: boolean;
    readonly givesBytes?: boolean;
    readonly run: (asked: ClinicAsked<P, Q, B>) => Promise<AnswerOf<A> | BinaryAnswer | Problem>;
  },
): ClinicRoute {
  const { auditedRead = false, asks = false, takesBytes = false, givesBytes = false } = definition;
  return { ...definition, kind: "clinic", auditedRead, asks, takesBytes, givesBytes } as unknown as ClinicRoute;
}

export interface GateAsked<P extends Schema | undefined, Q extends Schema | undefined, B extends Schema | undefined>
  extends Asked<P, Q, B> {
  readonly tx: Tx;
  readonly caller: Caller | null;
  /** The address that asks, for throttling. */
  readonly address: string;
  /** What the browser says it is, in words. */
  readonly device: string | null;
  /** The idempotency key of a write; empty for a read. */
  readonly key: string;
  readonly newId: () => string;
  readonly setSignIn: (token: { readonly secret: string; readonly csrfToken: string } | null) => void;
  /** Done once the change is kept, and not at all where it is not. */
  readonly afterwards: (act: () => void) => void;
  /** Goes to that clinic's audit in this transaction, once the work is done. */
  readonly record: (clinicId: string, actor: Actor, entry: AuditEntry) => void;
}

export interface GateRoute extends Shape<Schema | undefined, Schema | undefined, Schema | undefined, Answers> {
  readonly kind: "gate";
  /** A repeat with the same key is given the first's answer instead of being refused. */
  readonly answersOnce: boolean;
  readonly givesBytes: boolean;
  readonly run: (asked: GateAsked<Schema, Schema, Schema>) => Promise<unknown>;
}

/** A route before a clinic is known: signing in, an invitation, a new password. Runs with the gate's few tables. */
export function gateRoute<
  A extends Answers,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  definition: Shape<P, Q, B, A> & {
    readonly answersOnce?: boolean;
    readonly givesBytes?: boolean;
    readonly run: (asked: GateAsked<P, Q, B>) => Promise<AnswerOf<A> | BinaryAnswer | Problem>;
  },
): GateRoute {
  const { answersOnce = false, givesBytes = false } = definition;
  return { ...definition, kind: "gate", answersOnce, givesBytes } as unknown as GateRoute;
}

export type Route = ClinicRoute | GateRoute;

/** An answer that carries a secret names it, so that the kept one loses it when the secret is used up, ended or over. */
export function answer<Status extends number, Body>(status: Status, body: Body, secret: AnsweredSecret | null = null) {
  return { status, body, secret } as const;
}

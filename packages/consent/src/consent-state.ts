import type { ConsentKind, PhotographPurpose } from "./consent.ts";

export interface SignedConsent {
  readonly id: string;
  readonly kind: ConsentKind;
  readonly textVersion: number;
  readonly signer: "patient" | "guardian";
  readonly purposes: readonly PhotographPurpose[];
  /** ISO instant. */
  readonly signedAt: string;
}

/** A withdrawal without a purpose takes back the whole consent. */
export interface Withdrawal {
  readonly consentId: string;
  readonly purpose: PhotographPurpose | null;
}

export type ConsentStanding =
  | "given"
  /** Never signed by the person who has to. */
  | "missing"
  | "withdrawn"
  /** Signed on an older text than the one in force. */
  | "outdated"
  /** Signed by a guardian for somebody who has turned 18 since and has not signed themselves. */
  | "outgrown";

export interface ConsentState {
  readonly treatment: ConsentStanding;
  /** Null for adults, of whom nobody asks it. */
  readonly assent: ConsentStanding | null;
  readonly photographPurposes: readonly PhotographPurpose[];
  /** Whether photographs were asked about at all: unknown is not a no. */
  readonly photographsAsked: boolean;
  /** True where treatment may go ahead as far as consent goes. */
  readonly permits: boolean;
}

interface ConsentFacts {
  readonly consents: readonly SignedConsent[];
  readonly withdrawals: readonly Withdrawal[];
  /** Version in force of each text. */
  readonly versions: Readonly<Record<ConsentKind, number>>;
  readonly isMinor: boolean;
}

/**
 * Where consent stands today. A minor needs the guardian's consent to treatment and their own assent; from the 18th
 * birthday on only what they sign themselves counts; a withdrawn or outdated consent permits nothing, and photographs never decide on treatment.
 */
export function consentState(facts: ConsentFacts): ConsentState {
  const treatment = standing(facts, "treatment", facts.isMinor ? "guardian" : "patient");
  const assent = facts.isMinor ? standing(facts, "assent", "patient") : null;
  const photographs = latest(facts, "photographs", facts.isMinor ? "guardian" : "patient");
  return {
    treatment,
    assent,
    photographPurposes: photographs ? purposesLeft(facts, photographs) : [],
    photographsAsked: photographs !== null,
    permits: treatment === "given" && (assent === null || assent === "given"),
  };
}

function standing(facts: ConsentFacts, kind: ConsentKind, signer: SignedConsent["signer"]): ConsentStanding {
  const consent = latest(facts, kind, signer);
  if (!consent) return !facts.isMinor && latest(facts, kind, "guardian") ? "outgrown" : "missing";
  if (facts.withdrawals.some(({ consentId, purpose }) => consentId === consent.id && purpose === null))
    return "withdrawn";
  return consent.textVersion === facts.versions[kind] ? "given" : "outdated";
}

function latest(facts: ConsentFacts, kind: ConsentKind, signer: SignedConsent["signer"]): SignedConsent | null {
  const signed = facts.consents.filter((consent) => consent.kind === kind && consent.signer === signer);
  return signed.reduce<SignedConsent | null>(
    (newest, one) => (!newest || one.signedAt > newest.signedAt ? one : newest),
    null,
  );
}

function purposesLeft({ withdrawals }: ConsentFacts, consent: SignedConsent): readonly PhotographPurpose[] {
  const taken = withdrawals.filter(({ consentId }) => consentId === consent.id);
  if (taken.some(({ purpose }) => purpose === null)) return [];
  return consent.purposes.filter((purpose) => !taken.some((withdrawal) => withdrawal.purpose === purpose));
}

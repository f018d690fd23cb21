import type { ConsentTextView, GuardianView } from "@fibril/contract";

interface Who {
  readonly kind: ConsentTextView["kind"];
  readonly isMinor: boolean;
  readonly relation: "self" | "guardian";
  readonly guardians: readonly Pick<GuardianView, "id" | "identityChecked">[];
}

/** Who signs a text on this screen; `blocked` says why nobody can yet. */
export type SignerHere =
  | { readonly signer: "patient"; readonly handOver: boolean }
  | { readonly signer: "guardian" }
  | { readonly signer: "blocked"; readonly why: "guardianOnly" | "guardianNone" | "guardianUnchecked" };

/** A minor's own yes is the minor's; everything else of a minor is signed by a guardian who was identified. */
export function signerOf({ kind, isMinor, relation, guardians }: Who): SignerHere {
  if (!isMinor || kind === "assent") return { signer: "patient", handOver: relation === "guardian" };
  if (relation === "self") return { signer: "blocked", why: "guardianOnly" };
  if (guardians.length === 0) return { signer: "blocked", why: "guardianNone" };
  if (guardians.every(({ identityChecked }) => !identityChecked))
    return { signer: "blocked", why: "guardianUnchecked" };
  return { signer: "guardian" };
}

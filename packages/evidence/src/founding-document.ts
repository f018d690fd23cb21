/**
 * The patient-education article the product was asked for by. Education may cite it for what was asked, never as
 * proof: it is no source of a rule, so it is no id of the register.
 */
export const foundingDocument = {
  id: "founding",
  title: "Microneedling and collagen regeneration, patient-education article",
  seen: "whole text",
} as const;

/** The statements of the founding document, F1 to F34, which education covers one by one. */
export type FoundingId = typeof foundingDocument.id;

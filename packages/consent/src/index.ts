export {
  type ConsentField,
  type ConsentKind,
  type ConsentText,
  consentKinds,
  type FieldIssue,
  type PhotographPurpose,
  photographPurposes,
  refuseAnswers,
} from "./consent.ts";
export {
  type ConsentStanding,
  type ConsentState,
  consentState,
  type SignedConsent,
  type Withdrawal,
} from "./consent-state.ts";
export { foundingTexts } from "./founding-texts.ts";

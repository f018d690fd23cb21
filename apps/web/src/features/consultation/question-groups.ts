import type { QuestionId } from "@fibril/suitability";
import type { messages } from "../../messages/index.ts";

type Group = keyof typeof messages.consultation.groups;

/** The order in which they are asked: every question of the screening once. */
export const questionGroups = {
  pregnancy: ["pregnancy", "breastfeeding"],
  medicines: ["isotretinoin", "topicalActives", "anticoagulant", "antiplatelet"],
  health: [
    "bleedingDisorder",
    "diabetes",
    "immunosuppression",
    "connectiveTissueDisease",
    "sarcoidosis",
    "bloodBorneVirus",
    "cancerTreatment",
    "cardiac",
    "liverDisease",
  ],
  area: [
    "skinCancerInArea",
    "actinicKeratosisInArea",
    "moleInArea",
    "openLesionInArea",
    "activeAcneInArea",
    "skinInfectionInArea",
    "recentScarInArea",
    "sunExposure",
  ],
  skin: [
    "herpesHistory",
    "dermatitisOrPsoriasis",
    "rosacea",
    "melasma",
    "hyperpigmentationHistory",
    "keloid",
    "contactAllergy",
    "metalAllergy",
    "anaestheticAllergy",
  ],
  earlier: ["recentProcedures", "previousNeedlingReaction", "bodyImageConcern"],
} as const satisfies Record<Group, readonly QuestionId[]>;

export const groupIds = Object.keys(questionGroups) as Group[];
export const askedOrder: readonly QuestionId[] = groupIds.flatMap(
  (group): readonly QuestionId[] => questionGroups[group],
);

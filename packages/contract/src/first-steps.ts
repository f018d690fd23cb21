import { z } from "zod";

/** What a clinic needs before the first patient can be booked, in the order in which people do it. */
export const firstSteps = [
  "contact",
  "hours",
  "practitioner",
  "bookable",
  "room",
  "device",
  "patient",
  "consultation",
] as const;
export type FirstStep = (typeof firstSteps)[number];

export const FirstStepsView = z.object({
  steps: z.array(z.object({ step: z.enum(firstSteps), done: z.boolean() })),
});
export type FirstStepsView = z.infer<typeof FirstStepsView>;

import { z } from "zod";
import { Email, Phone, ShortText, Version } from "./common.ts";

/** What the clinic is called and how it is reached; the telephone is empty until somebody entered one. */
export const ClinicContactView = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  version: z.number().int(),
});
export type ClinicContactView = z.infer<typeof ClinicContactView>;

export const ChangeClinicContactBody = z.strictObject({
  version: Version,
  name: ShortText,
  phone: Phone,
  email: Email,
});
export type ChangeClinicContactBody = z.infer<typeof ChangeClinicContactBody>;

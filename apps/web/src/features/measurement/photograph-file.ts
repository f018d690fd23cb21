import { messages } from "../../messages/index.ts";

const kept = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"];
const keptNames = /\.(jpe?g|png|webp|heic|heif)$/i;
const largestBytes = 25 * 1024 * 1024;

/** What is wrong with a chosen file, in words; null where it may be sent. A browser may not know HEIC, so its name counts too. */
export function photographIssue({ name, type, size }: Pick<File, "name" | "type" | "size">): string | null {
  if (!kept.includes(type) && !(type === "" && keptNames.test(name))) return messages.measurement.wrongType(name);
  return size > largestBytes ? messages.measurement.tooLarge(name) : null;
}

export interface PhotographFacts {
  readonly pose: string;
  readonly takenOn: string;
  readonly camera: string;
  readonly distanceCm: string;
  readonly light: string;
}

/** The query beside the bytes: what was not noted is left out, never sent as empty. */
export function uploadQuery({ pose, takenOn, ...noted }: PhotographFacts): string {
  const query = new URLSearchParams({ pose, takenOn });
  for (const [name, value] of Object.entries(noted)) if (value.trim() !== "") query.set(name, value.trim());
  return query.toString();
}

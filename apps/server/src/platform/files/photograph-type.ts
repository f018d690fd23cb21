export type PhotographType = "jpeg" | "png" | "webp" | "heic";

/** Main brands of still pictures in HEVC that our decoder reads. */
const heicBrands: readonly string[] = ["heic", "heix", "hevc", "hevx", "mif1"];

/** What the first bytes say it is; null for everything that is not taken. A name or a sender's word is never asked. */
export function photographType(bytes: Buffer): PhotographType | null {
  const start = bytes.subarray(0, 12).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("RIFF") && start.slice(8) === "WEBP") return "webp";
  return start.slice(4, 8) === "ftyp" && heicBrands.includes(start.slice(8)) ? "heic" : null;
}

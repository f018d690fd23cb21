import { ok, type Result, refuse } from "@fibril/kernel";
import sharp, { type Metadata, type Sharp } from "sharp";
import { captureTime } from "./capture-time.ts";
import { decodeHeic } from "./decode-heic.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { photographType } from "./photograph-type.ts";
import { pngWithProfile } from "./png-with-profile.ts";

export type PhotographProblem = "empty" | "not-a-photograph" | "too-many-pixels" | "heic-too-large" | "unreadable";

export interface SanitisedPhotograph {
  /** PNG: one lossless re-encode in sRGB without any metadata, turned upright; never changed afterwards. */
  readonly master: Buffer;
  /** JPEG, at most 1600 px on its longer side. */
  readonly display: Buffer;
  /** JPEG, at most 320 px on its longer side. */
  readonly thumbnail: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  /** When the camera says it was taken, as wall time without a zone read as UTC; null where it does not say. */
  readonly capturedAt: Date | null;
}

type Sanitised = Result<SanitisedPhotograph, PhotographProblem>;

export interface PhotographLimits {
  readonly maxBytes: number;
  readonly maxPixels: number;
  /** HEIC is decoded whole, outside of libvips: its pixels and bytes cost several times those of the others. */
  readonly maxHeicPixels: number;
  readonly maxHeicBytes: number;
  readonly heicTimeoutMs: number;
}

export const photographLimits: PhotographLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxPixels: 50_000_000,
  // What a telephone's camera writes by itself: 24 million pixels in 3 to 6 MB.
  maxHeicPixels: 26_000_000,
  maxHeicBytes: 12 * 1024 * 1024,
  heicTimeoutMs: 20_000,
};

const displayPx = 1600;
const thumbnailPx = 320;

// Pixels of one photograph may take 200 MB: one thread, no cache, and one photograph at a time keep the memory small.
sharp.concurrency(1);
sharp.cache(false);
const inTurn = oneAtATime();

/**
 * Takes the picture out of what was uploaded and leaves the rest behind: type by content, never by name, pixels counted
 * from the header before they are decoded. Refuses everything that is not JPEG, PNG, WebP or HEIC, moving pictures, and
 * damaged ones.
 * @throws RangeError above `maxBytes`: whoever receives an upload stops it there, before it is in memory.
 */
export async function sanitisePhotograph(
  bytes: Buffer,
  limits: PhotographLimits = photographLimits,
): Promise<Sanitised> {
  if (bytes.length > limits.maxBytes) throw new RangeError(`${bytes.length} bytes are more than ${limits.maxBytes}`);
  if (bytes.length === 0) return refuse("empty");
  const type = photographType(bytes);
  if (type === null) return refuse("not-a-photograph");
  return inTurn(() => (type === "heic" ? sanitiseHeic(bytes, limits) : sanitiseStill(bytes, limits)));
}

async function sanitiseStill(bytes: Buffer, { maxPixels }: PhotographLimits): Promise<Sanitised> {
  const header = await readHeader(bytes);
  if (header === null) return refuse("unreadable");
  if (header.width * header.height > maxPixels) return refuse("too-many-pixels");
  if ((header.pages ?? 1) > 1) return refuse("not-a-photograph");
  return reencode(sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" }), header);
}

/** libvips reads a HEIC's header but, for patents, not its pixels; those come from libheif as they were stored. */
async function sanitiseHeic(bytes: Buffer, limits: PhotographLimits): Promise<Sanitised> {
  const { maxHeicPixels: maxPixels, maxHeicBytes, heicTimeoutMs } = limits;
  if (bytes.length > maxHeicBytes) return refuse("heic-too-large");
  const header = await readHeader(bytes);
  // Before the decoder's thread and its memory: the decoder counts again, since a header may say what it likes.
  if (header && header.width * header.height > maxPixels) return refuse("heic-too-large");
  const decoded = await decodeHeic({ bytes, maxPixels }, heicTimeoutMs);
  if (decoded.kind === "too-many-pixels") return refuse("heic-too-large");
  if (decoded.kind !== "pixels") return refuse(decoded.kind);
  const { width, height, rgba } = decoded;
  const pixels = sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels });
  if (!header?.icc) return reencode(pixels, { exif: header?.exif });
  const profiled = pngWithProfile(await pixels.png({ compressionLevel: 1 }).toBuffer(), header.icc);
  return reencode(sharp(profiled, { limitInputPixels: maxPixels }), header);
}

/** Null where the header can't be read. The limit is ours to check, so that no message has to be understood. */
async function readHeader(bytes: Buffer): Promise<Metadata | null> {
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
}

async function reencode(picture: Sharp, { exif }: { readonly exif?: Buffer | undefined }): Promise<Sanitised> {
  // sharp keeps no metadata unless asked to; the turn that it notes is done, and its profile turned into sRGB, first.
  const master = await picture
    .autoOrient()
    .toColourspace("srgb")
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer({ resolveWithObject: true })
    // The decoder's words about foreign bytes carry no code: whatever it stumbles over can't be read.
    .catch(() => null);
  if (master === null) return refuse("unreadable");
  const display = await smaller(master.data, displayPx).jpeg({ quality: 88 }).toBuffer();
  return ok({
    master: master.data,
    display,
    thumbnail: await smaller(display, thumbnailPx).jpeg({ quality: 80 }).toBuffer(),
    widthPx: master.info.width,
    heightPx: master.info.height,
    capturedAt: exif ? captureTime(exif) : null,
  });
}

function smaller(picture: Buffer, px: number): Sharp {
  return sharp(picture).resize({ width: px, height: px, fit: "inside", withoutEnlargement: true });
}

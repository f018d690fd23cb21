import { readFileSync } from "node:fs";
import exifr from "exifr";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { photographLimits, type SanitisedPhotograph, sanitisePhotograph } from "./sanitise-photograph.ts";

const seeded = "SEEDED-CAMERA-OWNER";
const script = "<script>alert(1)</script>";

/** What exifr tells of any PNG at all. */
const pngHeader = new Set(["ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace"]);

/** Two patches: red in the upper left quarter, blue elsewhere; 96 × 64. */
function patches() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64">
    <rect width="96" height="64" fill="#3060c0"/><rect width="48" height="32" fill="#d02020"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha();
}

/** As a telephone writes it: owner, place and time inside. */
function withCameraData() {
  return patches().withExif({
    IFD0: { Artist: seeded, DateTime: "2026:02:02 10:00:00" },
    IFD2: { DateTimeOriginal: "2026:01:05 09:07:03" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
  });
}

async function sanitised(bytes: Buffer): Promise<SanitisedPhotograph> {
  const result = await sanitisePhotograph(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

async function colourAt(picture: Buffer, [left, top]: readonly [number, number]): Promise<readonly number[]> {
  return [...(await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

function expectColour(found: readonly number[], wanted: readonly number[]) {
  expect(found).toHaveLength(3);
  for (const [index, value] of wanted.entries()) expect(Math.abs((found[index] ?? 999) - value)).toBeLessThanOrEqual(6);
}

const heic = readFileSync(new URL("./fixtures/two-patches-display-p3.heic", import.meta.url));

describe("taking the picture out of what was uploaded", () => {
  it.each([
    ["JPEG", () => withCameraData().jpeg().toBuffer()],
    ["PNG", () => withCameraData().png().toBuffer()],
    ["WebP", () => withCameraData().webp().toBuffer()],
    ["HEIC", async () => heic],
  ])("keeps a %s without owner or place, and its capture time as a field of ours", async (_type, upload) => {
    const bytes = await upload();
    expect((await sharp(bytes).metadata()).exif?.includes("SEEDED")).toBe(true);
    const { master, display, thumbnail, widthPx, heightPx, capturedAt } = await sanitised(bytes);
    for (const form of [master, display, thumbnail]) {
      expect(Object.keys((await exifr.parse(form, true)) ?? {}).filter((tag) => !pngHeader.has(tag))).toEqual([]);
      expect(form.includes("SEEDED")).toBe(false);
      const { exif, icc, xmp, iptc, orientation } = await sharp(form).metadata();
      expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
    expect([widthPx, heightPx]).toEqual([96, 64]);
    expect(capturedAt).toEqual(new Date("2026-01-05T09:07:03Z"));
    expectColour(await colourAt(master, [10, 10]), [0xd0, 0x20, 0x20]);
    expectColour(await colourAt(master, [80, 50]), [0x30, 0x60, 0xc0]);
  });

  it("is checked by a reader that does find the place in an upload", async () => {
    expect(await exifr.gps(await withCameraData().jpeg().toBuffer())).toEqual({ latitude: 51.5, longitude: -7 / 60 });
  });

  it("loses nothing: the master of a lossless upload has every pixel as it was", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const upload = sharp({ create: { width: 301, height: 199, channels: 3, background: "#000", noise } }).png();
    const bytes = await upload.toBuffer();
    const { master } = await sanitised(bytes);
    expect(await sharp(master).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
  });

  it("turns the picture upright, as the camera noted", async () => {
    const upload = await patches().jpeg({ chromaSubsampling: "4:4:4" }).withMetadata({ orientation: 6 }).toBuffer();
    const { master, widthPx, heightPx } = await sanitised(upload);
    expect([widthPx, heightPx]).toEqual([64, 96]);
    expectColour(await colourAt(master, [50, 10]), [0xd0, 0x20, 0x20]);
  });

  it("turns the colours of a wide profile into sRGB", async () => {
    const upload = await patches().withIccProfile("p3").png().toBuffer();
    expectColour(await colourAt((await sanitised(upload)).master, [10, 10]), [0xd0, 0x20, 0x20]);
  });

  it("derives a display copy of at most 1600 px and a thumbnail of at most 320 px", async () => {
    const upload = await patches().resize(3000, 2000).jpeg().toBuffer();
    const { master, display, thumbnail } = await sanitised(upload);
    const sizes = await Promise.all([master, display, thumbnail].map((form) => sharp(form).metadata()));
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ["png", 3000, 2000],
      ["jpeg", 1600, 1067],
      ["jpeg", 320, 213],
    ]);
  });

  it("has no capture time where the camera does not say", async () => {
    expect((await sanitised(await patches().jpeg().toBuffer())).capturedAt).toBeNull();
  });

  it.each([
    ["a page", Buffer.from(`<!doctype html>${script}`)],
    ["an archive", Buffer.from(`PK\x03\x04${script}`, "latin1")],
  ])("drops %s that hides behind a JPEG", async (_what, hidden) => {
    const upload = Buffer.concat([await patches().jpeg().toBuffer(), hidden]);
    const { master, display, thumbnail } = await sanitised(upload);
    for (const form of [master, display, thumbnail]) expect(form.includes(script)).toBe(false);
  });

  it("drops a page that hides in a JPEG's comment", async () => {
    const picture = await patches().jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script)]);
    const upload = Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]);
    for (const form of Object.values(await sanitised(upload))) {
      if (Buffer.isBuffer(form)) expect(form.includes(script)).toBe(false);
    }
  });
});

describe("refusing what is no photograph", () => {
  const gif = Buffer.from("GIF89a/*\x01\x00\x80\x00\x00*/=1;alert(1)", "latin1");
  it.each([
    ["nothing at all", Buffer.alloc(0), "empty"],
    ["an SVG", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), "not-a-photograph"],
    ["a page", Buffer.from("<!doctype html><title>photo.jpg</title>"), "not-a-photograph"],
    ["a GIF that is also a script", gif, "not-a-photograph"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "not-a-photograph"],
    ["an AVIF", Buffer.from("\0\0\0\x1cftypavif\0\0\0\0mif1avif", "latin1"), "not-a-photograph"],
    ["a film", Buffer.from("\0\0\0\x1cftypisom\0\0\0\0", "latin1"), "not-a-photograph"],
    ["the first bytes of a JPEG and nothing behind", Buffer.from([0xff, 0xd8, 0xff]), "unreadable"],
    ["a JPEG's mark before a page", Buffer.from(`\xff\xd8\xff${script}`, "latin1"), "unreadable"],
    ["a HEIC's mark before a page", Buffer.from(`\0\0\0\x1cftypheic${script}`, "latin1"), "unreadable"],
  ])("refuses %s", async (_what, bytes, problem) => {
    expect(await sanitisePhotograph(bytes)).toEqual({ ok: false, problem });
  });

  it.each(["jpeg", "png", "webp"] as const)("refuses a %s that ends too early", async (format) => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const picture = sharp({ create: { width: 200, height: 200, channels: 3, background: "#000", noise } });
    const whole = await picture.toFormat(format).toBuffer();
    expect(await sanitisePhotograph(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, problem: "unreadable" });
  });

  it("refuses a HEIC that ends too early", async () => {
    expect(await sanitisePhotograph(heic.subarray(0, 1000))).toEqual({ ok: false, problem: "unreadable" });
  });

  it("refuses a moving WebP", async () => {
    const frames = await Promise.all(["#f00", "#00f"].map((background) => frame(background)));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await sanitisePhotograph(moving)).toEqual({ ok: false, problem: "not-a-photograph" });
  });

  it("refuses a bomb by its header, before a pixel is decoded", async () => {
    const bomb = Buffer.from(await frame("#fff"));
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    const before = process.resourceUsage().maxRSS;
    expect(await sanitisePhotograph(withHeaderCheck(bomb))).toEqual({ ok: false, problem: "too-many-pixels" });
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024);
  });

  it("counts a HEIC's pixels before it decodes them", async () => {
    const few = { ...photographLimits, maxHeicPixels: 96 * 64 - 1 };
    expect(await sanitisePhotograph(heic, few)).toEqual({ ok: false, problem: "heic-too-large" });
  });

  it("refuses a HEIC of too many pixels or bytes without starting its decoder", async () => {
    // A decoder that is given no time answers "unreadable", so this one was never asked.
    const hurried = { ...photographLimits, heicTimeoutMs: 0 };
    const fewPixels = { ...hurried, maxHeicPixels: 96 * 64 - 1 };
    const fewBytes = { ...hurried, maxHeicBytes: heic.length - 1 };
    expect(await sanitisePhotograph(heic, fewPixels)).toEqual({ ok: false, problem: "heic-too-large" });
    expect(await sanitisePhotograph(heic, fewBytes)).toEqual({ ok: false, problem: "heic-too-large" });
  });

  it("gives a HEIC up that takes too long", async () => {
    const hurried = { ...photographLimits, heicTimeoutMs: 0 };
    expect(await sanitisePhotograph(heic, hurried)).toEqual({ ok: false, problem: "unreadable" });
  });

  it("is not to be called with more than 25 MiB", async () => {
    await expect(sanitisePhotograph(Buffer.alloc(25 * 1024 * 1024 + 1))).rejects.toThrow(RangeError);
  });
});

function frame(background: string): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

/** The header of a PNG with the check sum that it should have. */
function withHeaderCheck(png: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of png.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const checked = Buffer.from(png);
  checked.writeUInt32BE(~crc >>> 0, 29);
  return checked;
}

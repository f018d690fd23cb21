const exifDirectory = 0x8769;
const dateTimeOriginal = 0x9003;
const entryBytes = 12;

/**
 * When the camera says the picture was taken (EXIF DateTimeOriginal), as wall time read as UTC: cameras seldom name a
 * zone. The time of the last edit (DateTime) is another thing and never stands in for it. Null where the block does not
 * say, is damaged, or names a time that no calendar has.
 */
export function captureTime(exif: Buffer): Date | null {
  const tiff = exif.subarray(0, 6).toString("latin1") === "Exif\0\0" ? exif.subarray(6) : exif;
  const order = tiff.subarray(0, 2).toString("latin1");
  if (order !== "II" && order !== "MM") return null;
  const block: Block = { bytes: tiff, littleEndian: order === "II" };
  const details = findValue(block, uint(block, 4, 4), exifDirectory);
  const at = findValue(block, details, dateTimeOriginal);
  return at === null ? null : parseWallTime(tiff.subarray(at, at + 19).toString("latin1"));
}

interface Block {
  readonly bytes: Buffer;
  readonly littleEndian: boolean;
}

/** Null beyond the end: offsets in a file from outside are claims. */
function uint({ bytes, littleEndian }: Block, offset: number, size: 2 | 4): number | null {
  if (offset + size > bytes.length) return null;
  return littleEndian ? bytes.readUIntLE(offset, size) : bytes.readUIntBE(offset, size);
}

/** The last four bytes of the entry with this tag: where its value, longer than they are, stands. */
function findValue(block: Block, directory: number | null, tag: number): number | null {
  if (directory === null) return null;
  const entries = uint(block, directory, 2) ?? 0;
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * entryBytes;
    const found = uint(block, entry, 2);
    if (found === null) return null;
    if (found === tag) return uint(block, entry + 8, 4);
  }
  return null;
}

function parseWallTime(text: string): Date | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text);
  if (!match) return null;
  const written = `${match[1]}-${match[2]}-${match[3]}T${match[4]}.000Z`;
  const time = new Date(written);
  // 30 February would otherwise come out as a day in March.
  return Number.isNaN(time.getTime()) || time.toISOString() !== written ? null : time;
}

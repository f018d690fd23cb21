import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captureTime } from "./capture-time.ts";

/** A block with the edit's time in the first directory and, in the second, the time the picture was taken. */
function exifBlock(order: "II" | "MM", taken: string): Buffer {
  const bytes = Buffer.alloc(100);
  const put = (value: number, offset: number, size: number) =>
    order === "II" ? bytes.writeUIntLE(value, offset, size) : bytes.writeUIntBE(value, offset, size);
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number]) => {
    put(tag, at, 2);
    put(type, at + 2, 2);
    put(count, at + 4, 4);
    put(value, at + 8, 4);
  };
  bytes.write(order, 0, "latin1");
  put(42, 2, 2);
  put(8, 4, 4);
  put(2, 8, 2);
  entry(10, [0x0132, 2, 20, 56]);
  entry(22, [0x8769, 4, 1, 38]);
  put(1, 38, 2);
  entry(40, [0x9003, 2, 20, 76]);
  bytes.write("2026:02:02 10:00:00\0", 56, "latin1");
  bytes.write(`${taken}\0`, 76, "latin1");
  return bytes;
}

describe("reading the capture time of a photograph", () => {
  it.each(["II", "MM"] as const)("takes the time of the picture, not of its last edit (byte order %s)", (order) => {
    expect(captureTime(exifBlock(order, "2026:01:05 09:07:03"))).toEqual(new Date("2026-01-05T09:07:03Z"));
  });

  it("reads the block with and without its Exif mark", () => {
    const block = exifBlock("II", "2024:02:29 23:59:59");
    const marked = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), block]);
    expect(captureTime(marked)).toEqual(new Date("2024-02-29T23:59:59Z"));
  });

  it.each([
    "2026:02:30 09:00:00",
    "0000:00:00 00:00:00",
    "2026:01:05 24:00:00",
    "2026:13:01 09:00:00",
    "    :  :     :  : ",
  ])("is unknown where the camera says %s", (taken) => {
    expect(captureTime(exifBlock("II", taken))).toBeNull();
  });

  it("is unknown, never a fault, for any damaged block", () => {
    const whole = exifBlock("MM", "2026:01:05 09:07:03");
    fc.assert(
      fc.property(fc.nat(99), fc.nat(255), fc.nat(100), (at, value, length) => {
        const damaged = Buffer.from(whole.subarray(0, length));
        if (at < length) damaged[at] = value;
        const read = captureTime(damaged);
        return read === null || !Number.isNaN(read.getTime());
      }),
      { numRuns: 2000 },
    );
  });
});

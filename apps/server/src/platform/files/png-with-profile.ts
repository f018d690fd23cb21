import { deflateSync } from "node:zlib";

/** Signature and IHDR: a colour profile has to stand right behind them. */
const headBytes = 8 + 25;

/** The same PNG, saying of its colours that they are meant in this ICC profile. The pixels stay as they are. */
export function pngWithProfile(png: Buffer, profile: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from("iCCPprofile\0\0", "latin1"), deflateSync(profile)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([png.subarray(0, headBytes), length, content, check, png.subarray(headBytes)]);
}

/** CRC-32 as PNG wants it. node:zlib has one from Node 22 on only. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

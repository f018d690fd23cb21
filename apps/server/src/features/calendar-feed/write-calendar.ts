import { createHash } from "node:crypto";

/** What may stand in a feed: when, what kind and where. No name, no clinical word. */
export interface FeedEvent {
  readonly id: string;
  /** "Session" or "Consultation". */
  readonly kind: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  /** What staff look the visit up by. */
  readonly visitNumber: string;
  readonly isCancelled: boolean;
  /** Grows with every change. */
  readonly sequence: number;
  readonly changedAt: Date;
}

/** A calendar in the form of RFC 5545, in instants, so that no zone rule of the reader's can move a visit. */
export function writeCalendar(name: string, events: readonly FeedEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//fibril//calendar feed//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

function eventLines(event: FeedEvent): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@fibril`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escapeText(event.kind)}`,
    `LOCATION:${escapeText(event.place)}`,
    `DESCRIPTION:${escapeText(`Visit ${event.visitNumber}`)}`,
    `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${event.isCancelled ? "TRANSPARENT" : "OPAQUE"}`,
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Backslash, semicolon, comma and line break, as RFC 5545 3.3.11 says; other control characters are left out. */
function escapeText(text: string): string {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

const octetsPerLine = 75;

/** No line is longer than 75 octets: the rest goes on after a line break and a space, never within a character. */
function foldLine(line: string): string {
  const folded: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > octetsPerLine) {
      folded.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...folded, current].join("\r\n");
}

/** The same calendar has the same mark, so that a reader who has it need not load it again. */
export function calendarMark(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

interface Visit {
  readonly reference: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly place: string;
  /** When it is written, in milliseconds. */
  readonly at: number;
}

/** One event in iCalendar (RFC 5545), its times as instants, so that every calendar shows them in its own zone. */
export function calendarFile({ reference, startsAt, endsAt, summary, place, at }: Visit): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//fibril//self-booking//EN",
    "BEGIN:VEVENT",
    `UID:${reference}@fibril`,
    `DTSTAMP:${utc(new Date(at))}`,
    `DTSTART:${utc(new Date(startsAt))}`,
    `DTEND:${utc(new Date(endsAt))}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(place)}`,
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function utc(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** At most 75 octets a line, never in the middle of a character; what is over goes on after a space. */
function folded(line: string): string {
  const lines: string[] = [""];
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      lines.push(" ");
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join("\r\n");
}

export interface ScannedCartridge {
  readonly lot: string;
  readonly unit: string;
  readonly expiresOn: string;
}

const separator = "\u001d";

/**
 * What a scanned box says: GS1 with or without brackets (10 lot, 21 serial, 17 expiry) or `lot;unit;expiry`; a plain
 * code is the lot. What is not on the box stays empty, to be typed.
 */
export function readCartridgeCode(code: string): ScannedCartridge {
  const text = code.replace(/^\](?:d2|C1|Q3)/, "").trim();
  if (/^\(\d{2}\)/.test(text)) return fromBrackets(text);
  if (/^01\d{14}/.test(text)) return fromElements(text);
  const [lot = "", unit = "", expiresOn = ""] = text.split(/[;|\t]/).map((part) => part.trim());
  return { lot, unit, expiresOn: /^\d{4}-\d{2}-\d{2}$/.test(expiresOn) ? expiresOn : "" };
}

function fromBrackets(text: string): ScannedCartridge {
  const found = new Map([...text.matchAll(/\((\d{2})\)([^(]*)/g)].map(([, id = "", value = ""]) => [id, value.trim()]));
  return { lot: found.get("10") ?? "", unit: found.get("21") ?? "", expiresOn: expiryOf(found.get("17") ?? "") };
}

/** GS1 elements one after the other: 01 and 17 have a fixed length, the others end with a group separator. */
function fromElements(text: string): ScannedCartridge {
  const found = new Map<string, string>();
  let rest = text;
  while (rest.length > 2) {
    const id = rest.slice(0, 2);
    const fixed = { "01": 14, "11": 6, "17": 6 }[id];
    const end = fixed === undefined ? rest.indexOf(separator) : 2 + fixed;
    const value = rest.slice(2, end < 0 ? undefined : end);
    found.set(id, value);
    rest = rest.slice(2 + value.length + (fixed === undefined ? separator.length : 0));
  }
  return { lot: found.get("10") ?? "", unit: found.get("21") ?? "", expiresOn: expiryOf(found.get("17") ?? "") };
}

/** `270131` is the last day that counts; day 00 is the end of its month. */
function expiryOf(digits: string): string {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(digits) ?? [];
  if (!year || !month || !day) return "";
  if (day !== "00") return `20${year}-${month}-${day}`;
  return new Date(Date.UTC(2000 + Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

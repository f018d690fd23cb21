/** Something that a person can mend, said in their words; no stack is shown for it. */
export class Refusal extends Error {}

/** Faults of the system that whoever starts the program can mend, by their code. */
const mendable: Readonly<Record<string, (place: string, fault: Fault) => string>> = {
  ENOSPC: (place) => `the disk is full${place}: make room, then start again`,
  EDQUOT: (place) => `the disk is full for this user${place}: make room, then start again`,
  "53100": () => "the disk of the database is full: make room, then start again",
  EACCES: notUsable,
  EPERM: notUsable,
  EROFS: notUsable,
  ENOTDIR: notUsable,
  EEXIST: notUsable,
  EISDIR: notUsable,
  "42501": (_place, { message }) =>
    `the database lets its user do too little (${message}): let that user own the database and create roles (CREATEROLE)`,
};

interface Fault {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** What to tell of a fault that a person can mend, in one line; null for one that is ours. */
export function refusalOf(fault: unknown): string | null {
  if (fault instanceof Refusal) return fault.message;
  if (fault === null || typeof fault !== "object") return null;
  const { code, path, cause } = fault as Fault;
  const tell = typeof code === "string" && Object.hasOwn(mendable, code) ? mendable[code] : undefined;
  if (tell) return tell(typeof path === "string" ? ` (${path})` : "", fault as Fault);
  return refusalOf(cause);
}

function notUsable(place: string, { code, message }: Fault): string {
  return `a file or folder can't be used${place || ` (${message})`}: ${reasons[String(code)] ?? code}. Name another data folder with --data, or mend it`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "its disk can only be read",
  ENOTDIR: "a file stands where a folder should",
  EEXIST: "a file stands where a folder should",
  EISDIR: "a folder stands where a file should",
};

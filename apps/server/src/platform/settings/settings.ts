import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { type InputIssue, parseJson } from "@fibril/kernel";

export interface Settings {
  /** A PostgreSQL of the clinic's own; null where the application starts one. */
  readonly databaseUrl: string | null;
  readonly port: number;
  /** Whether the port was asked for by name, so that another one is not taken instead. */
  readonly portIsFixed: boolean;
  readonly host: string;
  readonly dataFolder: string;
  /** As people type it; null for the address listened on. */
  readonly publicUrl: string | null;
  /** smtp:// or smtps:// address that messages leave through; null keeps them in the outbox. */
  readonly smtpUrl: string | null;
  /** Addresses and networks whose word on who is asking is believed; none where nothing stands before the application. */
  readonly trustedProxies: readonly string[];
  /** What the calendars kept in memory may take. */
  readonly availabilityMegabytes: number;
}

export interface SettingSources {
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
}

/** A setting that can't be used: named, with where it came from and what is wrong. */
export class SettingRefusal extends Error {
  readonly issues: readonly InputIssue[];
  constructor(issues: readonly InputIssue[]) {
    super(issues.map(({ path, message }) => `${path}: ${message}`).join("\n"));
    this.issues = issues;
  }
}

interface Known {
  readonly flag: string | null;
  readonly variable: string;
  readonly fileKey: string;
  readonly refuse: (text: string) => string | null;
  /** Whether it may stand in the file as a number too. */
  readonly isNumber?: true;
}

const known = {
  databaseUrl: { flag: null, variable: "DATABASE_URL", fileKey: "databaseUrl", refuse: refuseDatabaseUrl },
  port: { flag: "port", variable: "FIBRIL_PORT", fileKey: "port", refuse: refusePort, isNumber: true },
  host: { flag: "host", variable: "FIBRIL_HOST", fileKey: "host", refuse: refuseHost },
  dataFolder: { flag: "data", variable: "FIBRIL_DATA_DIR", fileKey: "dataDir", refuse: refuseEmpty },
  publicUrl: { flag: null, variable: "FIBRIL_PUBLIC_URL", fileKey: "publicUrl", refuse: refusePublicUrl },
  smtpUrl: { flag: null, variable: "FIBRIL_SMTP_URL", fileKey: "smtpUrl", refuse: refuseSmtpUrl },
  trustedProxies: {
    flag: null,
    variable: "FIBRIL_TRUSTED_PROXIES",
    fileKey: "trustedProxies",
    refuse: refuseNetworks,
  },
  availabilityMegabytes: {
    flag: null,
    variable: "FIBRIL_AVAILABILITY_MEGABYTES",
    fileKey: "availabilityMegabytes",
    refuse: refuseMegabytes,
    isNumber: true,
  },
} as const satisfies Record<string, Known>;
type Name = keyof typeof known;
const fileKeys = Object.values(known)
  .map(({ fileKey }) => fileKey)
  .join(", ");

/** Flag before environment before file before default. @throws SettingRefusal naming every setting that is wrong. */
export function readSettings({ flags, environment, workingFolder }: SettingSources): Settings {
  const issues: InputIssue[] = [];
  const file = readFile(flags["config"] ?? null, workingFolder, issues);
  const chosen = Object.fromEntries(
    (Object.keys(known) as Name[]).map((name) => [name, choose(known[name], { flags, environment, file }, issues)]),
  ) as Record<Name, string | null>;
  if (issues.length > 0) throw new SettingRefusal(issues);
  return {
    databaseUrl: chosen.databaseUrl,
    port: Number(chosen.port ?? 4180),
    portIsFixed: flags["port"] !== undefined,
    host: chosen.host ?? "127.0.0.1",
    dataFolder: resolve(workingFolder, chosen.dataFolder ?? ".fibril"),
    publicUrl: chosen.publicUrl?.replace(/\/$/, "") ?? null,
    smtpUrl: chosen.smtpUrl,
    trustedProxies: listOf(chosen.trustedProxies ?? ""),
    availabilityMegabytes: Number(chosen.availabilityMegabytes ?? defaultMegabytes),
  };
}

type Texts = Readonly<Record<string, string | undefined>>;

function choose(
  { flag, variable, fileKey, refuse }: Known,
  { flags, environment, file }: { readonly flags: Texts; readonly environment: Texts; readonly file: Texts },
  issues: InputIssue[],
): string | null {
  const places: readonly (readonly [string, string | undefined])[] = [
    [`--${flag}`, flag ? flags[flag] : undefined],
    [variable, environment[variable]],
    [fileKey, file[fileKey]],
  ];
  const [place, text] = places.find(([, given]) => given !== undefined) ?? ["", undefined];
  const wrong = text === undefined ? null : refuse(text);
  if (wrong) issues.push({ path: place, message: wrong });
  return text ?? null;
}

const usualFile = "fibril.config.json";

function readFile(named: string | null, folder: string, issues: InputIssue[]): Readonly<Record<string, string>> {
  const path = resolve(folder, named ?? usualFile);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (named !== null || code !== "ENOENT")
      issues.push({ path: named === null ? usualFile : "--config", message: `can't read ${path} (${code})` });
    return {};
  }
  return readFileText(text, named ?? usualFile, issues);
}

function readFileText(text: string, name: string, issues: InputIssue[]): Readonly<Record<string, string>> {
  const parsed = parseJson(text.replace(/^\uFEFF/, ""));
  if (!parsed.ok) {
    issues.push(...parsed.problem.map(({ path, message }) => ({ path: path || name, message })));
    return {};
  }
  const { value } = parsed;
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    issues.push({ path: name, message: "must be an object" });
    return {};
  }
  const kept: Record<string, string> = {};
  for (const [key, given] of Object.entries(value)) {
    const wrong = refuseFileValue(key, given, name);
    if (wrong) issues.push({ path: key, message: wrong });
    else kept[key] = String(given);
  }
  return kept;
}

function refuseFileValue(key: string, given: unknown, name: string): string | null {
  const setting = Object.values<Known>(known).find(({ fileKey }) => fileKey === key);
  if (!setting) return `is no setting; ${name} may hold ${fileKeys}`;
  if (typeof given === "string" || (setting.isNumber && typeof given === "number")) return null;
  return setting.isNumber ? "must be a number" : "must be a text";
}

function refusePort(text: string): string | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535
    ? null
    : `must be a port from 1 to 65535, not ${JSON.stringify(text)}`;
}

function refuseHost(text: string): string | null {
  return /^[\w.:-]+$/.test(text) ? null : "must be an address to listen on";
}

function refuseEmpty(text: string): string | null {
  return text.trim() === "" ? "must name a folder" : null;
}

function refuseDatabaseUrl(text: string): string | null {
  return hasProtocol(text, ["postgres:", "postgresql:"]) ? null : "must be a postgres:// address";
}

/** Links in messages are this address and a path, so nothing may stand behind its host. */
function refusePublicUrl(text: string): string | null {
  if (!hasProtocol(text, ["http:", "https:"])) return "must be an http:// or https:// address";
  const { pathname, search, hash, username, password } = new URL(text);
  const isBare = pathname === "/" && !/[?#]/.test(text) && search + hash + username + password === "";
  return isBare ? null : "must be an address without a path, a query or a password, like https://clinic.example";
}

function refuseSmtpUrl(text: string): string | null {
  return hasProtocol(text, ["smtp:", "smtps:"]) && new URL(text).hostname !== ""
    ? null
    : "must be an smtp:// or smtps:// address";
}

const defaultMegabytes = 256;
const leastMegabytes = 16;

function refuseMegabytes(text: string): string | null {
  return /^\d+$/.test(text) && Number(text) >= leastMegabytes && Number.isSafeInteger(Number(text))
    ? null
    : `must be a whole number of megabytes, at least ${leastMegabytes}, not ${JSON.stringify(text)}`;
}

function listOf(text: string): readonly string[] {
  return text.split(",").flatMap((part) => part.trim() || []);
}

/** Addresses and networks by name, since to believe everybody's word is to believe nobody's. */
function refuseNetworks(text: string): string | null {
  const wrong = listOf(text).find((part) => !isNetwork(part));
  return wrong === undefined ? null : `must be addresses or networks like 10.0.0.0/8, not ${JSON.stringify(wrong)}`;
}

function isNetwork(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (more !== undefined || most < 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

import { hasAll, wordBits } from "../bits.ts";
import type { Board, BoardSession } from "./board.ts";
import type { Column } from "./columns.ts";
import { type Claim, claimsOfSpot, type GridService, type Spot } from "./grid.ts";

/** A row `lower <= sum of values times columns <= upper`. */
export interface ModelRow {
  readonly lower: number;
  readonly upper: number;
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/**
 * The displaced sessions as an integer programme: first one 0-1 variable for each column, then one for each displaced
 * session that says it stays without a place.
 */
export interface ReplanModel {
  readonly columns: readonly Column[];
  /** The displaced sessions by position, in the order of their variables. */
  readonly displaced: readonly number[];
  readonly variables: number;
  readonly rows: readonly ModelRow[];
  readonly costs: readonly number[];
  /** The plan that stands: a solution to begin with. */
  readonly start: readonly number[];
}

/** What counts for the patients, in the order of importance. */
export const patientAims = ["daysOff", "changes", "slotsOff"] as const satisfies readonly (keyof Column)[];
export type ModelAim = "unplaced" | (typeof patientAims)[number];

/** What a model is made of. */
export interface ModelChoice {
  readonly columns: readonly Column[];
  readonly displaced: readonly number[];
  /** What is minimised. */
  readonly aim: ModelAim;
  /** The aims before it, with what each may come to. */
  readonly held: ReadonlyMap<ModelAim, number>;
}

/**
 * Builds the programme from a board whose displaced sessions are lifted. Sessions that may move but were not displaced
 * stay where they stand now; a session without a place keeps the claims it has.
 */
export function buildModel(
  board: Board,
  stood: readonly Spot[],
  { columns, displaced, aim, held }: ModelChoice,
): ReplanModel {
  const costsOf = (name: ModelAim) => [
    ...columns.map((column) => (name === "unplaced" ? 0 : column[name])),
    ...displaced.map(() => (name === "unplaced" ? 1 : 0)),
  ];
  return {
    columns,
    displaced,
    variables: columns.length + displaced.length,
    rows: [
      ...oneEach(columns, displaced),
      ...gapRows(board, columns, displaced),
      ...capacityRows(board, columns, displaced),
      ...[...held].map(([name, most]) => heldAt(costsOf(name), most)),
    ],
    costs: costsOf(aim),
    start: startOf(board, stood, { columns, displaced }),
  };
}

function heldAt(costs: readonly number[], upper: number): ModelRow {
  const indices = costs.flatMap((cost, index) => (cost === 0 ? [] : [index]));
  return { lower: -Infinity, upper, indices, values: indices.map((index) => costs[index] ?? 0) };
}

function oneEach(columns: readonly Column[], displaced: readonly number[]): readonly ModelRow[] {
  return displaced.map((session, position) => {
    const own = columns.flatMap((column, index) => (column.session === session ? [index] : []));
    const indices = [...own, columns.length + position];
    return { lower: 1, upper: 1, indices, values: indices.map(() => 1) };
  });
}

/**
 * Two neighbours of one course that are both displaced: with the one on a day, the other is a legal gap away. One that
 * stays without a place holds the day it had.
 */
function gapRows(board: Board, columns: readonly Column[], displaced: readonly number[]): readonly ModelRow[] {
  return displaced.flatMap((session) => {
    const { next, given } = board.sessions[session] as BoardSession;
    if (next === null || next.session === -1 || !displaced.includes(next.session)) return [];
    const own = variablesByDay(board, columns, { displaced, session });
    const theirs = variablesByDay(board, columns, { displaced, session: next.session });
    return [...own].map(([day, indices]) => {
      const clashing = [...theirs].flatMap(([other, found]) =>
        other - day < given.gapDays.min || other - day > given.gapDays.max ? found : [],
      );
      return atMost(1, [...indices, ...clashing]);
    });
  });
}

function variablesByDay(
  board: Board,
  columns: readonly Column[],
  { displaced, session }: { readonly displaced: readonly number[]; readonly session: number },
): ReadonlyMap<number, readonly number[]> {
  const byDay = new Map<number, number[]>();
  const add = (day: number, variable: number) => byDay.set(day, [...(byDay.get(day) ?? []), variable]);
  for (const [index, column] of columns.entries()) if (column.session === session) add(column.day, index);
  add((board.sessions[session] as BoardSession).home.day, columns.length + displaced.indexOf(session));
  return byDay;
}

export function atMost(upper: number, indices: readonly number[]): ModelRow {
  return { lower: -Infinity, upper, indices, values: indices.map(() => 1) };
}

/** Who uses what on a day: `members` are the resources that could serve. */
interface Use {
  readonly variable: number;
  readonly kind: Claim["kind"];
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** In every 5 minutes no more of a class is used than is free; of two classes that share rooms, no more than of both. */
function capacityRows(board: Board, columns: readonly Column[], displaced: readonly number[]): readonly ModelRow[] {
  const byDay = new Map<number, Use[]>();
  for (const [index, column] of columns.entries()) {
    const onDay = byDay.get(column.day) ?? [];
    byDay.set(column.day, onDay);
    onDay.push(...usesOf(board, column, index));
  }
  for (const [position, session] of displaced.entries()) {
    const { home, service } = board.sessions[session] as BoardSession;
    byDay.get(home.day)?.push(...keptUses(board, home, { service, variable: columns.length + position }));
  }
  const known = new Map<string, ModelRow>();
  for (const [day, uses] of byDay) {
    for (const row of rowsOfDay(board, day, uses))
      known.set(row.indices.join(), tighter(known.get(row.indices.join()), row));
  }
  return [...known.values()];
}

function tighter(known: ModelRow | undefined, row: ModelRow): ModelRow {
  return known && known.upper <= row.upper ? known : row;
}

function usesOf(board: Board, { session, day, slot, practitioner }: Column, variable: number): readonly Use[] {
  const { grid } = board;
  const { service } = board.sessions[session] as BoardSession;
  const { lengths, prepRooms, treatmentRooms, devices } = grid.services[service] as GridService;
  const { words } = grid.frame;
  // Only those that are free for the whole stretch could serve, which says more than a count of what is free.
  const use = (kind: Use["kind"], members: readonly number[], from: number, to: number): Use => {
    const rows = { practitioner: grid.practitioners, room: grid.rooms, device: grid.devices }[kind];
    const able = members.filter((index) => hasAll(rows[index] as Int32Array, day * words, { from, to, words }));
    return { variable, kind, members: able, from, to };
  };
  return [
    use("practitioner", [practitioner], slot, slot + lengths.practitioner),
    use("room", treatmentRooms, slot, slot + lengths.room),
    ...(lengths.prep === 0 ? [] : [use("room", prepRooms, slot - lengths.prep, slot)]),
    ...(devices ? [use("device", devices, slot, slot + lengths.device)] : []),
  ];
}

function keptUses(
  { grid }: Board,
  home: Spot,
  { service, variable }: { readonly service: number; readonly variable: number },
): readonly Use[] {
  const claims = claimsOfSpot(home, (grid.services[service] as GridService).lengths);
  return claims.map(({ kind, index, from, to }) => ({ variable, kind, members: [index], from, to }));
}

/**
 * One row for each set of resources that somebody needs one of, and one for all of a kind, at every slot where a use
 * begins or something free ends: between those no more is used, and no less is free.
 */
function rowsOfDay({ grid }: Board, day: number, uses: readonly Use[]): readonly ModelRow[] {
  const rows = { practitioner: grid.practitioners, room: grid.rooms, device: grid.devices };
  const { words } = grid.frame;
  return setsOf(uses).flatMap(({ kind, members }) => {
    const known = new Set(members);
    const within = uses.filter((use) => use.kind === kind && use.members.every((member) => known.has(member)));
    if (within.length <= 1) return [];
    const freeAt = (slot: number) => members.filter((member) => isFree(rows[kind][member], day * words, slot)).length;
    const begins = new Set(within.map(({ from }) => from));
    const slots = Array.from({ length: words * wordBits }, (_, slot) => slot);
    return slots.flatMap((slot) => {
      const free = freeAt(slot);
      if (!(begins.has(slot) || (slot > 0 && free < freeAt(slot - 1)))) return [];
      const using = within.filter(({ from, to }) => from <= slot && slot < to).map(({ variable }) => variable);
      return using.length > free ? [atMost(free, using)] : [];
    });
  });
}

type ResourceSet = Pick<Use, "kind" | "members">;

function setsOf(uses: readonly Use[]): readonly ResourceSet[] {
  const sets = new Map<string, ResourceSet>();
  const unions = new Map<Use["kind"], Set<number>>();
  for (const { kind, members } of uses) {
    sets.set(`${kind} ${members.join()}`, { kind, members });
    const union = unions.get(kind) ?? new Set();
    unions.set(kind, union);
    for (const member of members) union.add(member);
  }
  for (const kind of ["room", "device"] as const) {
    const members = [...(unions.get(kind) ?? [])].sort((left, right) => left - right);
    sets.set(`${kind} ${members.join()}`, { kind, members });
  }
  return [...sets.values()];
}

function isFree(rows: Int32Array | undefined, at: number, slot: number): boolean {
  return rows !== undefined && (((rows[at + (slot >>> 5)] as number) >>> (slot & 31)) & 1) === 1;
}

function startOf(
  { sessions }: Board,
  stood: readonly Spot[],
  { columns, displaced }: { readonly columns: readonly Column[]; readonly displaced: readonly number[] },
): readonly number[] {
  const isHome = (session: number) => stood[session] === sessions[session]?.home;
  const stands = ({ session, day, slot, practitioner }: Column) => {
    const spot = stood[session] as Spot;
    return spot.day === day && spot.slot === slot && spot.practitioner === practitioner && !isHome(session) ? 1 : 0;
  };
  return [...columns.map(stands), ...displaced.map((session) => (isHome(session) ? 1 : 0))];
}

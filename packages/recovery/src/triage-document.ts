import {
  type Fields,
  type InputIssue,
  isFields,
  isGiven,
  ok,
  type Reader,
  type Result,
  reader,
  refuse,
} from "@fibril/kernel";
import { type SignAnswers, signIds, signOf } from "./signs.ts";
import { type CheckIn, type TriageOutcome, triage } from "./triage.ts";
import { regions, topicalKinds, type WhatWasDone } from "./what-was-done.ts";

const phototypes = [1, 2, 3, 4, 5, 6] as const;
const maxDays = 3650;
const maxDepthMm = 10;

/** `fibril triage`: checks a document and answers it, or lists every issue found. */
export function triageDocument(document: unknown): Result<TriageOutcome, readonly InputIssue[]> {
  const checkIn = parseCheckIn(document);
  return checkIn.ok ? ok(triage(checkIn.value)) : checkIn;
}

/** Refuses unknown fields, so that a misspelt sign is never taken for "not asked"; null counts as left out. */
export function parseCheckIn(
  document: unknown,
): Result<CheckIn & { readonly done: WhatWasDone }, readonly InputIssue[]> {
  if (!isFields(document)) return refuse([{ path: "", message: "must be an object" }]);
  const read = reader();
  const { daySinceSession, done, answers } = read.fields(document, "", ["daySinceSession", "done", "answers"]);
  const day = readDay(daySinceSession, read);
  const checkIn = { daySinceSession: day ?? 0, done: readDone(done, read), answers: readAnswers(answers, read) };
  return read.issues.length > 0 ? refuse(read.issues) : ok(checkIn);
}

function readDay(value: unknown, read: Reader): number | null {
  if (!isGiven(value)) return read.note("daySinceSession", "is required");
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxDays) return Number(value);
  return read.note("daySinceSession", `must be a whole number of days from 0 to ${maxDays}`);
}

function readDone(value: unknown, read: Reader): WhatWasDone {
  const names = ["deepestMm", "regions", "aroundMouth", "anaesthetic", "topicals", "fitzpatrick"];
  const fields = read.fields(value, "done", names);
  const { deepestMm, regions: where, topicals, fitzpatrick } = fields;
  return {
    deepestMm: readDepth(deepestMm, read),
    regions: read
      .list(where, "done.regions")
      .flatMap((item, at) => read.option(item, `done.regions.${at}`, regions) ?? []),
    aroundMouth: readFlag(fields, "aroundMouth", read),
    anaesthetic: readFlag(fields, "anaesthetic", read),
    topicals: read
      .list(topicals, "done.topicals")
      .flatMap((item, at) => read.option(item, `done.topicals.${at}`, topicalKinds) ?? []),
    fitzpatrick: isGiven(fitzpatrick) ? read.option(fitzpatrick, "done.fitzpatrick", phototypes) : null,
  };
}

function readDepth(value: unknown, read: Reader): number | null {
  if (!isGiven(value)) return null;
  if (typeof value === "number" && value > 0 && value <= maxDepthMm) return value;
  return read.note("done.deepestMm", `must be millimetres above 0, at most ${maxDepthMm}`);
}

function readFlag(fields: Fields, name: string, read: Reader): boolean | null {
  const value = fields[name] ?? null;
  if (value === null || typeof value === "boolean") return value;
  return read.note(`done.${name}`, "must be true or false");
}

function readAnswers(value: unknown, read: Reader): SignAnswers {
  const fields = read.fields(value, "answers", signIds);
  const given = signIds.filter((sign) => isGiven(fields[sign]));
  const entries = given.map((sign) => [
    sign,
    read.option(fields[sign], `answers.${sign}`, [...signOf(sign).levels, "unknown"]),
  ]);
  return Object.fromEntries(entries) as SignAnswers;
}

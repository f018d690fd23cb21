import { type InputIssue, isFields, ok, type Result, refuse } from "@fibril/kernel";
import type { CourseSearch } from "./course-search.ts";
import {
  listOfDistinct,
  readEquipment,
  readHorizon,
  readOpening,
  readPractitioner,
  readTimeZone,
} from "./parse-calendar.ts";
import { readRequest, readService, readWeights } from "./parse-wish.ts";
import { readFields } from "./read-input.ts";

const known = [
  "timeZone",
  "from",
  "to",
  "opening",
  "practitioners",
  "rooms",
  "devices",
  "service",
  "request",
  "weights",
] as const;

/**
 * Checks the document of a course search and gives it typed, or lists every issue found, faults of shape and of order
 * together. Unknown fields are refused; null counts as left out.
 */
export function parseCourseSearch(document: unknown): Result<CourseSearch, readonly InputIssue[]> {
  if (!isFields(document)) return refuse([{ path: "", message: "must be an object" }]);
  const issues: InputIssue[] = [];
  const fields = readFields(document, "", known, issues) ?? {};
  const at = (name: (typeof known)[number]) => [fields[name], name, issues] as const;
  const search = {
    timeZone: readTimeZone(...at("timeZone")),
    ...readHorizon(fields, issues),
    opening: readOpening(...at("opening")),
    practitioners: listOfDistinct(readPractitioner)(...at("practitioners")),
    rooms: listOfDistinct(readEquipment)(...at("rooms")),
    devices: listOfDistinct(readEquipment)(...at("devices")),
    service: readService(...at("service")),
    request: readRequest(...at("request")),
    weights: readWeights(...at("weights")),
  };
  return issues.length > 0 ? refuse(issues) : ok(search as CourseSearch);
}

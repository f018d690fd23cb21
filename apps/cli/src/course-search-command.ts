import { parseCourseSearch, searchCourses } from "@fibril/booking";
import { ok } from "@fibril/kernel";
import type { JsonCommand } from "./json-command.ts";

/** `fibril course search`: the best whole courses that a clinic can offer. */
export const courseSearchCommand: JsonCommand = {
  answer(document) {
    const search = parseCourseSearch(document);
    return search.ok ? ok(searchCourses(search.value)) : search;
  },
};

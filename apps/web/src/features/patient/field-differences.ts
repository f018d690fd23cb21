import type { VersionDifference } from "../../ui/version-conflict.tsx";

/** Where two versions of a form differ, field by field, in the words of the form. */
export function fieldDifferences<Draft extends object>(
  mine: Draft,
  theirs: Draft,
  labels: Readonly<Record<string, string>>,
): VersionDifference[] {
  const [own, stored] = [
    new Map<string, unknown>(Object.entries(mine)),
    new Map<string, unknown>(Object.entries(theirs)),
  ];
  return Object.entries(labels)
    .filter(([field]) => own.get(field) !== stored.get(field))
    .map(([field, label]) => ({
      field: label,
      mine: String(own.get(field) ?? ""),
      theirs: String(stored.get(field) ?? ""),
    }));
}

import { type Finding, findingKey, type ZoneId } from "@fibril/protocol";

/** The same rule fired in several zones is read, and answered with a reason, once. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly messages: readonly string[];
  readonly zones: readonly ZoneId[];
  readonly sources: readonly string[];
  /** Under which its reason is kept, one a zone. */
  readonly keys: readonly string[];
}

export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = `${finding.severity} ${finding.rule}`;
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return {
      rule: first.rule,
      severity: first.severity,
      messages: [...new Set(same.map(({ message }) => message))],
      zones: same.flatMap(({ zone }) => (zone === null ? [] : [zone])),
      sources: [...new Set(same.flatMap(({ sources }) => [...sources]))],
      keys: same.map(findingKey),
    };
  });
}

/** The reason of a group: empty where its zones have none or different ones. */
export function reasonOf(reasons: Readonly<Record<string, string>>, { keys }: FindingGroup): string {
  const given = keys.map((key) => reasons[key] ?? "");
  const [first = ""] = given;
  return given.every((reason) => reason === first) ? first : "";
}

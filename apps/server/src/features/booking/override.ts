import type { CourseOverride, OverridableRule } from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";
import type { Caller } from "../../platform/auth/caller.ts";
import { type Problem, problem } from "../../platform/http/problem.ts";

/** A rule that a booking or a move breaks and that somebody may go past. */
export interface BrokenRule {
  readonly rule: OverridableRule;
  readonly path: string;
  /** The rule in words. */
  readonly said: string;
}

/** Owners and managers answer for the clinic's own rules; nobody for a double booking, an overdue device or a licence. */
export function mayOverride(caller: Caller): caller is Caller & { readonly role: "owner" | "manager" } {
  return caller.role === "owner" || caller.role === "manager";
}

export function gapRule(
  gapDays: number,
  { min, max }: { readonly min: number; readonly max: number },
  path: string,
): BrokenRule | null {
  const told = `is ${gapDays} days after the one before: at`;
  if (gapDays < min) return { rule: "gap-too-short", path, said: `${told} least ${min}` };
  return gapDays > max ? { rule: "gap-too-long", path, said: `${told} most ${max}` } : null;
}

export function rosterRule(path: string): BrokenRule {
  return { rule: "outside-roster", path, said: "outside-roster" };
}

/** Why this rule is gone past; null where no reason was given for it. */
export function reasonFor(override: CourseOverride | undefined, { rule, path }: BrokenRule): string | null {
  if (!override) return null;
  if ("reason" in override) return override.reason;
  return override.reasons.find((given) => given.rule === rule && given.path === path)?.reason ?? null;
}

/**
 * What stands in the way, or null. Issues that nobody may go past come first and alone; the rules that somebody may go
 * past are named, so that whoever may is asked for the reason.
 */
export function refuseBroken(
  caller: Caller,
  {
    issues,
    broken,
    override,
  }: {
    readonly issues: readonly InputIssue[];
    readonly broken: readonly BrokenRule[];
    readonly override: CourseOverride | undefined;
  },
): Problem | null {
  const told = broken.map(({ path, said }) => ({ path, message: said }));
  if (issues.length > 0) return problem("invalid-input", { issues: [...issues, ...told] });
  if (broken.length === 0) return null;
  if (broken.some((rule) => reasonFor(override, rule) === null))
    return problem("invalid-input", {
      issues: told,
      current: { overridable: broken.map(({ rule, path, said }) => ({ rule, path, said })) },
    });
  if (mayOverride(caller)) return null;
  return problem("forbidden", { detail: "Only an owner or a manager books outside a rule of the clinic." });
}

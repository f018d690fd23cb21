import type { AdjustableRuleView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { scaleOf } from "./scale-of.ts";

const text = messages.ruleSet;

interface Scale {
  readonly rule: AdjustableRuleView & { readonly range: NonNullable<AdjustableRuleView["range"]> };
}

/** The range that was found with this clinic's wait and the founding one on it. */
export function RangeScale({ rule }: Scale) {
  const { setting, foundingCount, range } = rule;
  const { from, to, current, founding } = scaleOf(rule);
  const words = (count: number) => text.setting(count, setting.unit);
  return (
    <div
      className="fb-rule-scale"
      role="img"
      aria-label={text.scale(words(setting.count), words(foundingCount), words(range.min), words(range.max))}
    >
      <div className="fb-rule-track">
        <span className="fb-rule-range" style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }} />
        <span className="fb-rule-founding" style={{ insetInlineStart: `${founding}%` }} />
        <span className="fb-rule-current" style={{ insetInlineStart: `${current}%` }} />
      </div>
      <div
        className="fb-rule-ends"
        aria-hidden="true"
        style={{ paddingInlineStart: `${from}%`, paddingInlineEnd: `${100 - to}%` }}
      >
        <span>{words(range.min)}</span>
        <span>{words(range.max)}</span>
      </div>
    </div>
  );
}

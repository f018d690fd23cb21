/**
 * The cheapest course from each first day over the places that plain intervals find: the same programme, day by day and
 * place by place, without bitsets. Gives costs only.
 */
import { daysBetween } from "@fibril/kernel";

export function intervalCourses({ request, weights }, places) {
  const days = [...places].filter(([, onDay]) => onDay.length > 0);
  let costFrom = new Map(days.map(([day, onDay]) => [day, bestByPractitioner(onDay, () => 0)]));
  for (let session = request.sessions - 1; session > 0; session -= 1) costFrom = oneSessionEarlier(costFrom);
  const { earliest, latest } = request.firstSession;
  return [...costFrom]
    .filter(([day, costs]) => earliest <= day && day <= latest && costs.size > 0)
    .map(([day, costs]) => Math.min(...costs.values()) + weights.waitDay * daysBetween(earliest, day))
    .sort((left, right) => left - right)
    .slice(0, request.suggestions);

  function oneSessionEarlier(later) {
    return new Map(days.map(([day, onDay]) => [day, bestByPractitioner(onDay, (who) => onward(day, who, later))]));
  }

  function onward(day, who, later) {
    let best = Infinity;
    for (const [next, costs] of later) {
      const gapDays = daysBetween(day, next);
      if (gapDays < request.gapDays.min || gapDays > request.gapDays.max) continue;
      const gap = weights.gapDay * Math.abs(gapDays - request.gapDays.target);
      best = Math.min(best, gap + cheapest(costs, who));
    }
    return best;
  }

  function cheapest(costs, who) {
    return Math.min(...[...costs].map(([other, cost]) => cost + (other === who ? 0 : weights.practitionerChange)));
  }

  function bestByPractitioner(onDay, onwardFor) {
    const best = new Map();
    for (const { practitioner, minute } of onDay) {
      const miss = weights.preference5Minutes * missOf(minute);
      if (miss < (best.get(practitioner) ?? Infinity)) best.set(practitioner, miss);
    }
    for (const [who, miss] of best) {
      const cost = miss + onwardFor(who);
      if (cost === Infinity) best.delete(who);
      else best.set(who, cost);
    }
    return best;
  }

  function missOf(minute) {
    if (request.preferred.length === 0) return 0;
    return Math.min(...request.preferred.map(([from, to]) => Math.max(0, from - minute, minute - to))) / 5;
  }
}

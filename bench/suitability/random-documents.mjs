import { concerns, detailsOf, questionIds } from "@fibril/suitability";

/** So many screening documents, the same for the same seed: most answers "no", some "yes" with details, some unknown. */
export function randomDocuments(count, seed) {
  const next = generator(seed);
  return Array.from({ length: count }, () => randomDocument(next));
}

function randomDocument(next) {
  const answers = Object.fromEntries(questionIds.map((id) => [id, randomAnswer(id, next)]));
  const patient = { birthDate: pick(["1990-04-02", "1950-02-28", "2006-01-01", "2010-05-05"], next), sex: "female" };
  return {
    asOf: "2026-11-23",
    patient: next() < 0.95 ? { ...patient, fitzpatrick: 1 + Math.floor(next() * 6) } : patient,
    request: { concerns: [pick(concerns, next)], area: "face", anaesthetic: pick(["none", "lidocaine"], next) },
    answers,
  };
}

function randomAnswer(id, next) {
  const dice = next();
  if (dice < 0.92) return { answer: "no" };
  if (dice < 0.93) return { answer: "unknown" };
  const answer = { answer: "yes", ...randomDetails(detailsOf(id), next) };
  if (answer.status === "current") delete answer.stoppedOn;
  return answer;
}

function randomDetails(details, next) {
  const taken = Object.entries(details).filter(([name]) => next() < 0.85 || name === "kind");
  return Object.fromEntries(taken.map(([name, detail]) => [name, randomDetail(detail, next)]));
}

function randomDetail(detail, next) {
  switch (detail.kind) {
    case "choice":
      return pick(Object.keys(detail.options), next);
    case "past-date":
      return `2026-${pick(["02", "06", "09", "11"], next)}-${pick(["01", "10", "21"], next)}`;
    case "flag":
      return next() < 0.5;
    case "list":
      return Array.from({ length: 1 + Math.floor(next() * 2) }, () => randomDetails(detail.of, next));
    default:
      return "warfarin";
  }
}

function pick(options, next) {
  return options[Math.floor(next() * options.length)];
}

/** mulberry32 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

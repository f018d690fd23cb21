import { type Footnote, Footnotes } from "../../ui/footnotes.tsx";
import { PathwayLine, type PathwayStop } from "../../ui/pathway-line.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";

const stops: readonly PathwayStop[] = [
  { stop: "consultation", state: "done", detail: "4 Jan" },
  { stop: "suitability", state: "done", detail: "with changes" },
  { stop: "consent", state: "next", detail: "guardian to sign" },
  { stop: "plan", state: "waiting" },
  { stop: "sessions", state: "waiting", detail: "0 of 4" },
  { stop: "recovery", state: "waiting" },
  { stop: "result", state: "waiting" },
];

const blocked: readonly PathwayStop[] = stops.map((stop) => {
  if (stop.stop === "suitability") return { stop: "suitability", state: "blocked", detail: "not before 12 Jan 2027" };
  return stop.stop === "consent" ? { stop: "consent", state: "waiting" } : stop;
});

const notes: readonly Footnote[] = [
  { id: "a", text: "Pivotal trial protocol of a cleared device: face, up to 1.5 mm. Tier L." },
  { id: "b", text: "The clinic's founding document. Tier F." },
];

export function WordSamples() {
  return (
    <>
      <PathwayLine
        stops={stops}
        next={{ label: "Ask the guardian to sign", onPress: () => undefined }}
        missing={["guardian's signature", "baseline photographs, left side"]}
      />
      <hr />
      <PathwayLine stops={blocked} />
      <div className="fb-gallery-row">
        <VerdictBadge verdict="suitable" />
        <VerdictBadge verdict="adapt" detail="lower depth, patch test" />
        <VerdictBadge verdict="defer" detail="until Tue 12 Jan 2027" />
        <VerdictBadge verdict="refer" />
        <VerdictBadge verdict="do-not-treat" />
        <VerdictBadge verdict="incomplete" detail="3 questions open" />
      </div>
      <p>
        Isotretinoin ended less than 180 days ago. <Footnotes notes={notes} />
      </p>
    </>
  );
}

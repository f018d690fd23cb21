import { isSourceId, sourceById } from "@fibril/evidence";
import { checkSession } from "@fibril/protocol";
import { planDeviations, treatmentOf } from "@fibril/session";
import { Text, Textarea } from "@mantine/core";
import { useMemo } from "react";
import { messages } from "../../../messages/index.ts";
import { Footnotes } from "../../../ui/footnotes.tsx";
import { type FindingGroup, groupFindings, reasonOf } from "../grouped-findings.ts";
import { personOf } from "../record-of.ts";
import { StepCard } from "../step-card.tsx";
import { zoneNames } from "../zone-choice.ts";
import type { StepOf } from "./step-of.ts";

/** What the protocol says of the record as it stands, with the reason that some of it asks for. */
export function FindingsStep({ view, record, change, missing }: StepOf) {
  const text = messages.session;
  const groups = useMemo(() => groupFindings(checkSession(treatmentOf(record, personOf(view)))), [record, view]);
  const departures = planDeviations(record, view.plan);
  return (
    <StepCard step="findings" missing={missing}>
      {groups.length + departures.length === 0 && <Text c="dimmed">{text.noFindings}</Text>}
      <ul className="fb-findings">
        {groups.map((group) => (
          <li key={`${group.severity} ${group.rule}`} data-severity={group.severity}>
            <Group group={group} />
            {group.severity === "reason-required" && (
              <Textarea
                label={text.reasonFor}
                aria-label={text.reasonOf(group.messages[0] ?? group.rule)}
                autosize
                value={reasonOf(record.reasons, group)}
                onChange={({ currentTarget: { value: reason } }) =>
                  change(...group.keys.map((finding) => ({ do: "give-reason" as const, finding, reason })))
                }
              />
            )}
          </li>
        ))}
        {departures.map(({ key, words }) => (
          <li key={key} data-severity="reason-required">
            <p>
              <strong>{text.severities["reason-required"]}</strong> {words}
            </p>
            <Textarea
              label={text.reasonFor}
              aria-label={text.reasonOf(words)}
              autosize
              value={record.reasons[key] ?? ""}
              onChange={({ currentTarget: { value: reason } }) => change({ do: "give-reason", finding: key, reason })}
            />
          </li>
        ))}
      </ul>
    </StepCard>
  );
}

function Group({ group: { severity, messages: said, zones, sources } }: { readonly group: FindingGroup }) {
  return (
    <p>
      <strong>{messages.session.severities[severity]}</strong> {said.join(" ")}{" "}
      {zones.length > 0 && <span className="fb-muted">{zoneNames(zones)}</span>}{" "}
      <Footnotes notes={sources.map((id) => ({ id, text: sourceText(id) }))} />
    </p>
  );
}

function sourceText(id: string): string {
  if (!isSourceId(id)) return messages.session.practiceOnly;
  const { title, year, identifier, tier } = sourceById(id);
  return messages.session.sourceLine({ title, year, identifier, tier: messages.session.tiers[tier] });
}

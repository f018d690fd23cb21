import "./rule-set.css";
import type { AdjustableRuleView, RuleSetView } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ChangeDialog, type Person } from "./change-dialog.tsx";
import { ChangeHistory } from "./change-history.tsx";
import { ruleSetQuery } from "./queries.ts";
import { RuleCard } from "./rule-card.tsx";

const text = messages.ruleSet;

/** Every wait with its range drawn and every milder position; a change is previewed and signed. For one person where one is named. */
export function RuleSetBoard({ person }: { readonly person: Person | null }) {
  const ruleSet = useQuery(ruleSetQuery(person?.id ?? null));
  const [changing, setChanging] = useState<AdjustableRuleView | null>(null);
  if (ruleSet.status === "pending") return <Loading what={text.loading} />;
  if (ruleSet.status === "error")
    return <LoadFailed what={text.the} fault={ruleSet.error} retry={() => void ruleSet.refetch()} />;
  const { rules, changes, signer } = ruleSet.data;
  const adjustable = rules.filter(({ range }) => range !== null);
  const fixed = rules.filter(({ range }) => range === null);
  const mayChange = ({ range }: AdjustableRuleView) => signer.maySign && (range?.scope === "clinic" || person !== null);
  return (
    <Stack gap={24}>
      <State ruleSet={ruleSet.data} />
      <Rules title={text.adjustable}>
        {adjustable.map((rule) => (
          <RuleCard
            key={rule.rule}
            rule={rule}
            note={rule.range?.scope === "person" && person === null ? text.personOnly : null}
            onChange={mayChange(rule) ? () => setChanging(rule) : null}
          />
        ))}
      </Rules>
      {person === null && fixed.length > 0 && (
        <Rules title={text.fixed}>
          {fixed.map((rule) => (
            <RuleCard key={rule.rule} rule={rule} note={null} onChange={null} />
          ))}
        </Rules>
      )}
      {person === null && <Text c="dimmed">{text.others}</Text>}
      <ChangeHistory changes={person ? changes.filter(({ patient }) => patient?.id === person.id) : changes} />
      <ChangeDialog rule={changing} person={person} signer={signer} onClose={() => setChanging(null)} />
    </Stack>
  );
}

function State({ ruleSet: { id, version, reviewedBy, signer } }: { readonly ruleSet: RuleSetView }) {
  return (
    <div>
      <p className="fb-notice">{reviewedBy === null ? text.notReviewed : text.reviewedBy(reviewedBy)}</p>
      <Text size="sm" c="dimmed">
        {text.version(id, version)}
      </Text>
      {!signer.maySign && <Text>{signer.registration === null ? text.noRegistration : text.readOnly}</Text>}
    </div>
  );
}

function Rules({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb={12}>
        {title}
      </Title>
      <ul className="fb-rules">{children}</ul>
    </section>
  );
}

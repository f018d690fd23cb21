import "./evidence.css";
import type { EvidenceView } from "@fibril/contract";
import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EvidenceFilter } from "./evidence-filter.tsx";
import { filterStatements, keyOf, noFilter, reviewStateOf } from "./filter-statements.ts";
import { evidenceQuery } from "./queries.ts";
import { ReviewDialog } from "./review-dialog.tsx";
import { SourceList } from "./source-list.tsx";
import { StatementList } from "./statement-list.tsx";

const text = messages.evidence;
const views = ["statements", "sources", "unused"] as const;
type View = (typeof views)[number];

export function EvidenceBrowser() {
  const evidence = useQuery(evidenceQuery);
  const [view, setView] = useState<View>("statements");
  if (evidence.status === "pending") return <Loading what={text.loading} />;
  if (evidence.status === "error")
    return <LoadFailed what={text.the} fault={evidence.error} retry={() => void evidence.refetch()} />;
  const { sources } = evidence.data;
  return (
    <Stack gap={20}>
      <ReviewState evidence={evidence.data} />
      <SegmentedControl
        aria-label={text.view}
        value={view}
        onChange={(chosen) => setView(chosen as View)}
        data={views.map((value) => ({ value, label: text.views[value] }))}
      />
      {view === "statements" && <Statements evidence={evidence.data} />}
      {view === "sources" && <SourceList sources={sources} caption={text.views.sources} />}
      {view === "unused" && (
        <>
          <Text c="dimmed">{text.source.unusedLead}</Text>
          <SourceList sources={sources.filter(({ usedBy }) => usedBy.length === 0)} caption={text.views.unused} />
        </>
      )}
    </Stack>
  );
}

function ReviewState({ evidence: { statements, ruleSet } }: { readonly evidence: EvidenceView }) {
  const open = statements.filter((statement) => reviewStateOf(statement) !== "current").length;
  const all = statements.length;
  return (
    <div>
      <p className="fb-notice">{open === 0 ? text.allReviewed(all) : text.notReviewed(open, all)}</p>
      <Text size="sm" c="dimmed">
        {text.version(ruleSet.id, ruleSet.version)}
      </Text>
    </div>
  );
}

function Statements({ evidence: { statements, signer } }: { readonly evidence: EvidenceView }) {
  const [filter, setFilter] = useState(noFilter);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isReviewing, setReviewing] = useState(false);
  const shown = filterStatements(statements, filter);
  const toReview = statements.filter((statement) => chosen.has(keyOf(statement)));
  const toggle = (key: string) =>
    setChosen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  return (
    <>
      <EvidenceFilter filter={filter} onChange={setFilter} />
      <Group gap={12} justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {text.shown(shown.length, statements.length)}
        </Text>
        {signer.maySign && (
          <Group gap={8}>
            <Button variant="default" h={44} onClick={() => setChosen(new Set(shown.map((one) => keyOf(one))))}>
              {text.chooseShown(shown.length)}
            </Button>
            {toReview.length > 0 && (
              <Button variant="default" h={44} onClick={() => setChosen(new Set())}>
                {text.chooseNone}
              </Button>
            )}
            {toReview.length > 0 && (
              <Button h={44} onClick={() => setReviewing(true)}>
                {text.reviewChosen(toReview.length)}
              </Button>
            )}
          </Group>
        )}
      </Group>
      <StatementList statements={shown} chosen={chosen} onChoose={signer.maySign ? toggle : null} />
      <ReviewDialog
        statements={toReview}
        signer={signer}
        isOpen={isReviewing}
        onClose={() => setReviewing(false)}
        onSigned={() => {
          setReviewing(false);
          setChosen(new Set());
        }}
      />
    </>
  );
}

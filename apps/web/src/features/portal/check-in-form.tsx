import { CheckInView } from "@fibril/contract";
import { checkInCards } from "@fibril/recovery";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import {
  allAnswers,
  firstOpenCard,
  isAnswered,
  noneOf,
  noneOfTheRest,
  otherwiseSaid,
  type SignsGiven,
  saysEmergency,
} from "./check-in-answers.ts";
import { CheckInCardForm } from "./check-in-card-form.tsx";
import { CheckInResult } from "./check-in-result.tsx";
import { EmergencyCalls } from "./emergency-bar.tsx";
import { NoneOrYes } from "./none-or-yes.tsx";

interface Form {
  readonly checkIn: CheckInView;
  readonly day: number;
}

const text = messages.portal.checkIn;
const nothingYet: SignsGiven = {};

/** Card by card; nothing is passed over, because a sign without an answer counts as the worst. */
export function CheckInForm({ checkIn, day }: Form) {
  const cards = checkInCards(day);
  // What was said yesterday is not how it is today: each day asks anew.
  const draft = useDraft<SignsGiven>(`my.check-in.${checkIn.id}.${day}`, nothingYet);
  const [page, setPage] = useState(() => firstOpenCard(cards, draft.value));
  const [isOpenShown, setIsOpenShown] = useState(false);
  const [isAgain, setIsAgain] = useState(false);
  const [isFresh, setIsFresh] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const queryClient = useQueryClient();
  const write = useWrite({
    send: (version: number, idempotencyKey) =>
      api.post(`/api/my/check-ins/${checkIn.id}/answers`, {
        body: { version, answers: allAnswers(day, draft.value) },
        schema: CheckInView,
        idempotencyKey,
      }),
    onDone: async () => {
      draft.clear();
      setIsAgain(false);
      setIsFresh(true);
      setPage(0);
      await queryClient.invalidateQueries({ queryKey: ["my"] });
    },
  });
  const card = cards[page];
  if ((checkIn.state === "answered" && !isAgain) || !card) {
    return <CheckInResult checkIn={checkIn} isFresh={isFresh} onAgain={() => setIsAgain(true)} />;
  }
  const isLast = page === cards.length - 1;
  const show = (next: number) => {
    setPage(next);
    setIsOpenShown(false);
    setIsAsking(false);
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView();
  };
  const goOn = (given: SignsGiven) => {
    setIsOpenShown(!isAnswered(card, given));
    if (!isAnswered(card, given)) return;
    if (isLast) write.mutate(checkIn.version);
    else show(page + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    goOn(draft.value);
  };
  const settleNone = (given: SignsGiven) => {
    draft.change(given);
    setIsAsking(false);
    if (!isLast) show(page + 1);
  };
  const said = otherwiseSaid(card, draft.value);
  const none = () => (said.length > 0 ? setIsAsking(true) : settleNone(noneOf(card, draft.value)));
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <div ref={top} tabIndex={-1} className="fb-form-page">
          <Text size="sm" c="dimmed">
            {text.card(page + 1, cards.length)}
          </Text>
          <CheckInCardForm card={card} given={draft.value} onChange={draft.change} onNone={none} />
        </div>
        {isAsking && said.length > 0 && (
          <NoneOrYes
            said={said}
            onKeep={() => settleNone(noneOfTheRest(card, draft.value))}
            onTakeBack={() => settleNone(noneOf(card, draft.value))}
          />
        )}
        {saysEmergency(draft.value) && <EmergencyNow />}
        {isOpenShown && (
          <Text role="alert" c="var(--fb-stop)">
            {text.open}
          </Text>
        )}
        <Stale fault={write.error} onAgain={(version) => write.mutate(version)} />
        <Group justify="space-between" gap={8}>
          <Button variant="default" h={48} disabled={page === 0} onClick={() => show(page - 1)}>
            {text.back}
          </Button>
          <Button type="submit" h={48} loading={write.isPending}>
            {isLast ? text.send : text.next}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function EmergencyNow() {
  const { data: signedIn } = useQuery(signInQuery);
  return (
    <Alert role="alert" variant="outline" color="var(--fb-stop)" title={text.emergencyNow}>
      {signedIn?.clinic.emergencyText}
      <EmergencyCalls />
    </Alert>
  );
}

interface Late {
  readonly fault: Error | null;
  readonly onAgain: (version: number) => void;
}

function Stale({ fault, onAgain }: Late) {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return <ProblemNote fault={fault} />;
  const current = CheckInView.safeParse(fault.current);
  return (
    <Alert role="alert" variant="outline" color="var(--fb-stop)" title={text.staleTitle}>
      {current.success && (
        <Button variant="default" onClick={() => onAgain(current.data.version)}>
          {text.sendAgain}
        </Button>
      )}
    </Alert>
  );
}

import { type BookingClinicView, FreeTimesView, HoldView, SelfBookedView } from "@fibril/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { type BookingDraft, birthDateOf, contactOf, emptyDraft, endOfHold, type Held } from "./booking-draft.ts";
import { clinicPath } from "./queries.ts";
import type { ChosenTime } from "./time-picker.tsx";
import { useIsOver } from "./use-is-over.ts";

export type Step = "about" | "time" | "who" | "contact" | "code" | "booked";
/** Why the visitor is back at the times. */
export type Lost = "taken" | "over";

/** The state of one booking: what was typed, which time is kept, and what each step sends. */
export function useBooking(clinic: BookingClinicView) {
  const path = clinicPath(clinic.clinicId);
  const draft = useDraft<BookingDraft>(`self-booking.${clinic.clinicId}`, emptyDraft);
  const [held, setHeld] = useState<Held | null>(null);
  const [step, setStep] = useState<Step>("about");
  const [lost, setLost] = useState<{ readonly why: Lost; readonly day: string } | null>(null);
  const [booked, setBooked] = useState<SelfBookedView | null>(null);
  const queries = useQueryClient();
  const siteId = clinic.sites.some(({ id }) => id === draft.value.siteId)
    ? draft.value.siteId
    : (clinic.sites[0]?.id ?? "");
  const isOver = useIsOver(held && step !== "booked" ? endOfHold(held) : null);

  const backToTimes = (why: Lost, day: string) => {
    setLost({ why, day });
    setStep("time");
    void queries.invalidateQueries({ queryKey: ["free-times"] });
  };
  /** True where the refusal is about the time: then the times that are free now are shown. */
  const lostTime = (fault: Error, day: string): boolean => {
    if (!(fault instanceof ApiProblem) || fault.status !== 409 || !FreeTimesView.safeParse(fault.current).success)
      return false;
    backToTimes(fault.code === "taken" ? "taken" : "over", day);
    return true;
  };

  const hold = useWrite({
    send: (time: ChosenTime, idempotencyKey) =>
      api
        .post(`${path}/holds`, {
          schema: HoldView,
          body: { siteId, ...time, instead: held?.hold.token ?? null },
          idempotencyKey,
        })
        .catch((fault: Error) => {
          lostTime(fault, time.day);
          throw fault;
        }),
    onDone: (kept) => {
      setHeld({ hold: kept, toldAt: Date.now() });
      setLost(null);
      setStep("who");
    },
  });
  const sendCode = useWrite({
    send: (token: string, idempotencyKey) =>
      api
        .post(`${path}/codes`, {
          schema: z.unknown(),
          body: { token, contact: contactOf(draft.value) },
          idempotencyKey,
        })
        .catch((fault: Error) => {
          lostTime(fault, held?.hold.day ?? "");
          throw fault;
        }),
    onDone: () => setStep("code"),
  });
  const book = useWrite({
    send: ({ token, code }: { readonly token: string; readonly code: string }, idempotencyKey) => {
      const { givenName, familyName, birth } = draft.value;
      const person = { givenName, familyName, birthDate: birthDateOf(birth) };
      return api
        .post(`${path}/bookings`, {
          schema: SelfBookedView,
          body: { token, code, ...person, contact: contactOf(draft.value) },
          idempotencyKey,
        })
        .catch((fault: Error) => {
          lostTime(fault, held?.hold.day ?? "");
          throw fault;
        });
    },
    onDone: (view) => {
      setBooked(view);
      setStep("booked");
      draft.clear();
    },
  });

  return {
    path,
    siteId,
    draft: draft.value,
    type: (typed: Partial<BookingDraft>) => draft.change((before) => ({ ...before, ...typed })),
    step,
    setStep,
    held,
    isOver,
    lost,
    startAgain: () => held && backToTimes("over", held.hold.day),
    booked,
    hold,
    sendCode,
    book,
  };
}

import { VisitPlacesView } from "@fibril/contract";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export interface PlaceWish {
  readonly siteId: string;
  readonly serviceKind: "consultation" | "session";
  readonly from: string;
  readonly to: string;
  readonly practitionerId: string | null;
  /** Times of day that suit, as `[from, to)`; none where any does. */
  readonly preferred?: readonly (readonly [string, string])[];
}

/** A question to the server, though it is a POST: nothing is booked by asking. */
export function useVisitPlaces(wish: PlaceWish, isAsked: boolean) {
  return useQuery({
    queryKey: ["visit-places", wish],
    queryFn: ({ signal }) => api.post("/api/visit-suggestions", { schema: VisitPlacesView, body: wish, signal }),
    enabled: isAsked,
    staleTime: 0,
  });
}

import { useParams } from "@tanstack/react-router";
import { SelfBooking } from "../features/self-booking/self-booking.tsx";

/** For anybody: no shell, no sign-in. Without a clinic in the address, the only one there is. */
export function BookPage() {
  const { clinicId } = useParams({ strict: false });
  return (
    <main className="fb-book" id="content">
      <SelfBooking clinicId={clinicId ?? null} />
    </main>
  );
}

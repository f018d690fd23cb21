import { useParams } from "@tanstack/react-router";
import { MyCheckIn } from "../features/portal/my-check-in.tsx";
import { ReadMore } from "../ui/read-more.tsx";

export function MyCheckInPage() {
  const { checkInId } = useParams({ from: "/portal/my/check-in/$checkInId" });
  return (
    <>
      <MyCheckIn checkInId={checkInId} />
      <ReadMore reader="patient" pages={["warning-signs", "aftercare"]} />
    </>
  );
}

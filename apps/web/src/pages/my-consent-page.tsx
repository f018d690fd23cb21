import { useParams } from "@tanstack/react-router";
import { MyConsent } from "../features/portal/my-consent.tsx";

export function MyConsentPage() {
  const { textId } = useParams({ from: "/portal/my/consent/$textId" });
  return <MyConsent textId={textId} />;
}

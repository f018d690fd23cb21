import { MyCare } from "../features/portal/my-care.tsx";

export function MyCarePage() {
  return <MyCare />;
}

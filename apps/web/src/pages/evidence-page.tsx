import { Link } from "@tanstack/react-router";
import { EvidenceBrowser } from "../features/evidence/evidence-browser.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

const text = messages.evidence;

export function EvidencePage() {
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <Link to="/evidence/rules">{text.rulesLink}</Link>
            <Link to="/model/card">{messages.modelCard.title}</Link>
          </>
        }
      />
      <EvidenceBrowser />
    </>
  );
}

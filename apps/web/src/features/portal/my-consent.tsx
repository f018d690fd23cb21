import "./portal.css";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ConsentBody } from "./consent-body.tsx";
import { ConsentForm } from "./consent-form.tsx";
import { signerOf } from "./consent-signer.ts";
import { myConsents, myRecord } from "./queries.ts";
import { WithData } from "./with-data.tsx";

/** One text in force: read, answered and signed on the person's own screen. */
export function MyConsent({ textId }: { readonly textId: string }) {
  const text = messages.portal.consent;
  const consents = useQuery(myConsents);
  const record = useQuery(myRecord);
  const { data: signedIn } = useQuery(signInQuery);
  const relation = signedIn?.membership.patientRelation ?? "self";
  return (
    <WithData query={consents} what={text.load}>
      {({ texts }) => {
        const shown = texts.find(({ id }) => id === textId);
        if (!shown) return <EmptyState title={text.gone} text={text.goneText} />;
        return (
          <>
            <PageHeader title={shown.title} lead={text.version(shown.version)} />
            <ConsentBody body={shown.body} />
            <WithData query={record} what={text.load}>
              {({ patient, guardians }) => {
                const here = signerOf({ kind: shown.kind, isMinor: patient.isMinor, relation, guardians });
                if (here.signer === "blocked") return <Text className="fb-card">{text[here.why]}</Text>;
                return (
                  <ConsentForm
                    key={shown.id}
                    text={shown}
                    signer={here.signer}
                    handOver={here.signer === "patient" && here.handOver}
                    guardians={guardians.filter(({ identityChecked }) => identityChecked)}
                    name={here.signer === "patient" ? `${patient.givenName} ${patient.familyName}` : ""}
                  />
                );
              }}
            </WithData>
          </>
        );
      }}
    </WithData>
  );
}

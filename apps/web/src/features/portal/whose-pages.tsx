import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { myRecord } from "./queries.ts";

/** A guardian of two reads on every page whose it is; to the person themselves it goes without saying. */
export function WhosePages() {
  const { data: signedIn } = useQuery(signInQuery);
  const isGuardian = signedIn?.membership.patientRelation === "guardian";
  const { data: record } = useQuery({ ...myRecord, enabled: isGuardian });
  if (!isGuardian || !record) return null;
  const { givenName, familyName } = record.patient;
  return (
    <Text c="dimmed" mb={8}>
      {messages.portal.whosePages(`${givenName} ${familyName}`)}
    </Text>
  );
}

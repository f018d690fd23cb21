import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { InviteStaff } from "../features/staff/invite-staff.tsx";
import { OpenInvitations } from "../features/staff/open-invitations.tsx";
import { StaffList } from "../features/staff/staff-list.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function StaffPage() {
  const { data: signedIn } = useQuery(signInQuery);
  const isOwner = signedIn?.membership.role === "owner";
  return (
    <>
      <PageHeader
        title={messages.shell.nav.staff}
        lead={messages.staff.lead}
        {...(isOwner ? { actions: <InviteStaff /> } : {})}
      />
      <StaffList
        own={{ email: signedIn?.account.email ?? "", role: signedIn?.membership.role ?? "" }}
        mayChange={isOwner}
      />
      {isOwner && <OpenInvitations />}
      {isOwner && (
        <Text mt={24}>
          {messages.staff.programs} <Link to="/api-access">{messages.apiAccess.title}</Link>
        </Text>
      )}
    </>
  );
}

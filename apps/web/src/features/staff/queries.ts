import { OpenInvitationsView, StaffListView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const staffQuery = queryOptions({
  queryKey: ["staff"],
  queryFn: ({ signal }) => api.get("/api/staff", { schema: StaffListView, signal }),
});

export const invitationsQuery = queryOptions({
  queryKey: ["staff", "invitations"],
  queryFn: ({ signal }) => api.get("/api/staff/invitations", { schema: OpenInvitationsView, signal }),
});

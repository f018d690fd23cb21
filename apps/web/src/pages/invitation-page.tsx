import { InvitationScreen } from "../features/sign-in/invitation.tsx";

export const InvitationPage = InvitationScreen;

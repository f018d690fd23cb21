import { FirstOwnerScreen } from "../features/sign-in/first-owner.tsx";

export const FirstOwnerPage = FirstOwnerScreen;

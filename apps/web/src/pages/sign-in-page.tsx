import { SignInScreen } from "../features/sign-in/sign-in-screen.tsx";

export const SignInPage = SignInScreen;

import { WelcomeScreen } from "../features/sign-in/welcome.tsx";

export const WelcomePage = WelcomeScreen;

import { NewPasswordScreen } from "../features/sign-in/new-password.tsx";

export const NewPasswordPage = NewPasswordScreen;

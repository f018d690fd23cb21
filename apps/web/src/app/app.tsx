import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createQueryClient } from "../api/query-client.ts";
import { onSessionEnd } from "../api/session-end.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { notifySessionEnded } from "./notify-session-ended.ts";
import { createAppRouter } from "./router.tsx";
import { theme, tokensForMantine } from "./theme.ts";

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

onSessionEnd(() => {
  if (!queryClient.getQueryData(signInQuery.queryKey)) return;
  queryClient.setQueryData(signInQuery.queryKey, null);
  notifySessionEnded();
  void router.navigate({ to: "/sign-in", search: { from: router.state.location.href } });
});

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokensForMantine}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-center" autoClose={8000} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The scroll lock behind dialogs asks for its nonce by this global name. */
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

/** The server writes a new one into every page it sends; the policy allows no other style element. */
function styleNonce(): string {
  return document.querySelector('meta[name="style-nonce"]')?.getAttribute("content") ?? "";
}

import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { homeOf } from "../home-of.ts";
import { requireSignIn, rootRoute } from "./root-route.ts";

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    const { membership } = await requireSignIn(context, location.href);
    throw redirect({ to: homeOf[membership.role] });
  },
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ from }: { readonly from?: unknown }): { from?: string } => {
    return typeof from === "string" && isOwnAddress(from) ? { from } : {};
  },
  component: lazyRouteComponent(() => import("../../pages/sign-in-page.tsx"), "SignInPage"),
});

const mailbox = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mailbox",
  component: lazyRouteComponent(() => import("../../pages/mailbox-page.tsx"), "MailboxPage"),
});

const firstOwner = createRoute({
  getParentRoute: () => rootRoute,
  path: "/first-owner",
  component: lazyRouteComponent(() => import("../../pages/first-owner-page.tsx"), "FirstOwnerPage"),
});

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  component: lazyRouteComponent(() => import("../../pages/invitation-page.tsx"), "InvitationPage"),
});

const newPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: "/new-password",
  component: lazyRouteComponent(() => import("../../pages/new-password-page.tsx"), "NewPasswordPage"),
});

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  component: lazyRouteComponent(() => import("../../pages/welcome-page.tsx"), "WelcomePage"),
});

const book = createRoute({
  getParentRoute: () => rootRoute,
  path: "/book",
  component: lazyRouteComponent(() => import("../../pages/book-page.tsx"), "BookPage"),
});

const bookAtClinic = createRoute({
  getParentRoute: () => rootRoute,
  path: "/book/$clinicId",
  component: lazyRouteComponent(() => import("../../pages/book-page.tsx"), "BookPage"),
});

const gallery = createRoute({
  getParentRoute: () => rootRoute,
  path: "/gallery",
  component: lazyRouteComponent(() => import("../../pages/gallery/gallery-page.tsx"), "GalleryPage"),
});

/** A path of this application, never another site's address. */
function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

export const outsideRoutes = [
  home,
  signIn,
  mailbox,
  firstOwner,
  invitation,
  newPassword,
  welcome,
  book,
  bookAtClinic,
  gallery,
] as const;

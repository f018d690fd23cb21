import { Popover, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { messages } from "../messages/index.ts";
import { lookedAfter, type StaffPage } from "./home-of.ts";

const { nav } = messages.shell;

/** The pages of every day as links; where there are several that are looked after now and then, those in a menu. */
export function StaffNavigation({ pages }: { readonly pages: readonly StaffPage[] }) {
  const rare = lookedAfter.filter((page) => pages.includes(page));
  const inMenu = rare.length > 2 ? rare : [];
  return (
    <nav className="fb-nav" aria-label={messages.shell.mainNavigation} ref={useHereInSight(pages)}>
      {pages
        .filter((page) => !inMenu.includes(page))
        .map((page) => (
          <Link key={page} to={`/${page}`}>
            {nav[page]}
          </Link>
        ))}
      {inMenu.length > 0 && <ClinicMenu pages={inMenu} />}
    </nav>
  );
}

/** On a phone the row is wider than the screen: the page that is open is carried into the middle of it. */
function useHereInSight(pages: readonly StaffPage[]) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address or role has another page to show
  useEffect(() => {
    const here = row.current?.querySelector("[aria-current=page], [data-here]")?.getBoundingClientRect();
    if (!row.current || !here) return;
    const { left, width } = row.current.getBoundingClientRect();
    row.current.scrollLeft += here.left - left - (width - here.width) / 2;
  }, [pathname, pages]);
  return row;
}

function ClinicMenu({ pages }: { readonly pages: readonly StaffPage[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const { pathname } = useLocation();
  const isHere = (page: StaffPage) => pathname === `/${page}` || pathname.startsWith(`/${page}/`);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      shadow="sm"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <UnstyledButton
          className="fb-nav-menu"
          aria-expanded={isOpen}
          data-here={pages.some(isHere) || undefined}
          onClick={() => setIsOpen((before) => !before)}
        >
          {nav.lookedAfter}
          <IconChevronDown size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <nav className="fb-nav-list" aria-label={nav.lookedAfter}>
          {pages.map((page) => (
            <Link key={page} to={`/${page}`} onClick={() => setIsOpen(false)}>
              {nav[page]}
            </Link>
          ))}
        </nav>
      </Popover.Dropdown>
    </Popover>
  );
}

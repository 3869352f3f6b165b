import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

const links = [
  { href: "/profile", text: words.menu.profile },
  { href: "/profile/security", text: words.menu.security },
];

/** The menu of the account that is signed in. Escape, a click elsewhere, or leaving it closes it. */
export function ProfileMenu() {
  const open = useSignal(false);
  const menu = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) open.value = false;
    };
    document.addEventListener("pointerdown", closeFromOutside);
    document.addEventListener("focusin", closeFromOutside);
    return () => {
      document.removeEventListener("pointerdown", closeFromOutside);
      document.removeEventListener("focusin", closeFromOutside);
    };
  }, [open]);
  return (
    <nav
      ref={menu}
      class="profile-menu"
      aria-label={words.menu.label}
      onKeyDown={({ key }) => {
        if (key !== "Escape" || !open.value) return;
        open.value = false;
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {words.menu.open}
        <span aria-hidden="true"> ▾</span>
      </button>
      {open.value && (
        <ul>
          {links.map(({ href, text }) => (
            <li key={href}>
              <a href={href} aria-current={location.pathname === href ? "page" : undefined}>
                {text}
              </a>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => void signOut()}>
              {words.menu.signOut}
            </button>
          </li>
        </ul>
      )}
    </nav>
  );
}

/** Signs out and goes to the front page. A session that has ended already is as good as ended now. */
async function signOut(): Promise<void> {
  const answer = await client.session.end();
  if (answer.ok || answer.code === "not_signed_in") location.assign("/");
}

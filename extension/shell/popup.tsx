import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { readProgress } from "../security/keep-progress.ts";
import { isHalfDone } from "../security/progress.ts";
import { gear } from "../surface/gear.ts";
import { LaterScreen } from "../surface/later-screen.tsx";
import type { Tab } from "../surface/opening.ts";
import { tab } from "../surface/state.ts";
import { words } from "../surface/words.ts";
import { Codes } from "./codes-screen.tsx";

// Codes are what people open the popup for: the panel and its client load when they are asked for.
const loadSecurity = async () => (await import("../security/screen.tsx")).SecurityScreen;
const loadLockButton = async () => (await import("../lock/lock-button.tsx")).LockButton;
const loadSettings = async () => (await import("../settings/screen.tsx")).Settings;

/** The popup: its tabs, and the screen of the one that is open. */
export function Popup() {
  useEffect(() => void returnToSecurity(), []);
  return (
    <PopupFrame>
      {tab.value === "codes" && <Codes />}
      {tab.value === "security" && <LaterScreen load={loadSecurity} given={{}} />}
      {tab.value === "settings" && <LaterScreen load={loadSettings} given={{}} />}
    </PopupFrame>
  );
}

/** What is around the screen of the tab that is open. */
export function PopupFrame({ children }: { children: ComponentChildren }) {
  return (
    <>
      <Tabs />
      <main>
        <h1 class="visually-hidden">{words.tabs[tab.value]}</h1>
        {children}
      </main>
    </>
  );
}

function Tabs() {
  const { tabs } = words;
  return (
    <nav class="tabs" aria-label={tabs.label}>
      <TabButton name="codes">{tabs.codes}</TabButton>
      <TabButton name="security">{tabs.security}</TabButton>
      <span class="tabs-end">
        <LaterScreen load={loadLockButton} given={{}} />
        <TabButton name="settings" label={tabs.settings}>
          <svg class="tab-icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d={gear} />
            <circle cx="10" cy="10" r="2.4" />
          </svg>
        </TabButton>
      </span>
    </nav>
  );
}

function TabButton({ name, label, children }: { name: Tab; label?: string; children: preact.ComponentChildren }) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-current={tab.value === name ? "page" : undefined}
      onClick={() => {
        tab.value = name;
      }}
    >
      {children}
    </button>
  );
}

/** Goes back to what was left half done under Security: the browser closes a popup when somebody looks elsewhere. */
async function returnToSecurity(): Promise<void> {
  const progress = await readProgress();
  if (progress && isHalfDone(progress) && tab.value === "codes") tab.value = "security";
}

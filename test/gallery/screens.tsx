import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type CodesState, createCodes, type Open } from "../../extension/codes/state.ts";
import type { VaultView } from "../../extension/codes/vault-view.ts";
import { googleLinks } from "../../extension/export/formats/google.ts";
import { uriListExport } from "../../extension/export/formats/uri-list.ts";
import { GooglePages } from "../../extension/export/google-pages.tsx";
import { exportWords } from "../../extension/export/words.ts";
import { ForgotScreen } from "../../extension/lock/forgot-screen.tsx";
import { LockFormFields } from "../../extension/lock/settings-form.tsx";
import { createLockSettings } from "../../extension/lock/settings-state.ts";
import { newDataKey, wrapByPassphrase } from "../../extension/lock/wrap.ts";
import { choose } from "../../extension/options/state.ts";
import { SecurityScreen } from "../../extension/security/screen.tsx";
import { Settings } from "../../extension/settings/screen.tsx";
import { Codes } from "../../extension/shell/codes-screen.tsx";
import { PopupFrame } from "../../extension/shell/popup.tsx";
import { inMemory } from "../../extension/storage.ts";
import type { Tab } from "../../extension/surface/opening.ts";
import { tab } from "../../extension/surface/state.ts";
import { SubScreen } from "../../extension/surface/sub-screen.tsx";
import { changeContent } from "../../extension/vault/change.ts";
import type { VaultEntry } from "../../extension/vault/entry.ts";
import { browserPlace } from "../../extension/vault/place.ts";
import { sealVault } from "../../extension/vault/seal.ts";
import { keepUnlockedKey } from "../../extension/vault/unlocked-key.ts";
import { Welcome } from "../../extension/welcome/page.tsx";
import { LocaleProvider } from "../../shared/panel/words.tsx";
import keyedDatabase from "../data/exports/keepass-keyed.kdbx?url&inline";
import { fewEntries, longEntries, manyEntries } from "./accounts.ts";
import type { names } from "./names.ts";

/** Makes one screen, with all that it shows, from nothing. */
type Screen = () => Promise<ComponentChildren>;

interface CodesFixture {
  entries: VaultEntry[];
  binned?: VaultEntry[];
  open?: Open;
  /** What happened to the codes before the picture. */
  act?: (codes: CodesState) => void;
  /** A vault that does not open. */
  closed?: VaultView;
}

const entryOf = (entries: VaultEntry[], index: number): Open => ({ at: "entry", id: entries[index]?.id ?? "" });
const scanOf = (entries: VaultEntry[]): Open => ({
  at: "add",
  by: "scan",
  source: { from: "text", text: uriListExport(entries) },
});
/** A page of the service has handed a key over. */
function askedToKeep(uri: string): Screen {
  return async () => {
    await inMemory("askedKey").write({ ticket: "t", service: "https://accounts.example.com", methodId: "m", uri });
    return await codes({ entries: longEntries, open: { at: "keep" } })();
  };
}
const copyFirst = (codes: CodesState) => {
  const [first] = codes.found.value;
  if (first) void codes.copy(first, "123456");
};
const previous = { entries: fewEntries, savedAt: "2026-11-20T08:00:00.000Z" };

/** Every screen of the extension by its name: the file of its picture. */
export const screens: Record<(typeof names)[number], Screen> = {
  "list-few": codes({ entries: fewEntries }),
  "list-copied": codes({ entries: fewEntries, act: copyFirst }),
  "list-long": codes({ entries: longEntries, binned: fewEntries }),
  "list-100": codes({ entries: manyEntries }),
  "list-unlocked": async () => {
    await keepUnlockedKey(new Uint8Array(32));
    return await codes({ entries: fewEntries })();
  },
  "list-compact": codes({ entries: longEntries, act: () => choose({ isCompact: true, showsNext: true }) }),
  "list-hidden": codes({ entries: longEntries, act: () => choose({ hidesCodes: true }) }),
  "list-nothing-found": codes({
    entries: fewEntries,
    act: (made) => {
      made.query.value = "a search for something that is nowhere to be found among these";
    },
  }),
  "list-error": codes({
    entries: fewEntries,
    act: (made) => {
      made.said.value = { what: "not_saved" };
    },
  }),
  empty: codes({ entries: [] }),
  "closed-damaged": codes({ entries: [], closed: { at: "closed", why: "damaged", previous } }),
  "closed-newer": codes({ entries: [], closed: { at: "closed", why: "newer" } }),
  "closed-unreadable": codes({ entries: [], closed: { at: "closed", why: "unreadable" } }),
  locked: codes({ entries: [], closed: { at: "closed", why: "locked" } }),
  forgotten: forgotten(<ForgotScreen onBack={() => {}} onRestore={() => {}} />),
  "put-aside": forgotten(<Settings />, "settings"),
  "lock-set": inTab("settings", <SetPassphrase />),
  "passphrase-due": codes({ entries: [], closed: { at: "passphrase_due" } }),
  "add-scan": codes({ entries: fewEntries, open: { at: "add", by: "scan" } }),
  "add-key": codes({ entries: fewEntries, open: { at: "add", by: "key" } }),
  "found-one": codes({ entries: [], open: scanOf(fewEntries.slice(0, 1)) }),
  "found-long": codes({ entries: fewEntries, open: scanOf(longEntries) }),
  "found-100": codes({ entries: [], open: scanOf(manyEntries) }),
  entry: codes({ entries: fewEntries, open: entryOf(fewEntries, 0) }),
  "entry-long": codes({ entries: longEntries, open: entryOf(longEntries, 1) }),
  "entry-counted": codes({ entries: fewEntries, open: entryOf(fewEntries, 6) }),
  "select-long": codes({ entries: longEntries, open: { at: "select" } }),
  "select-100": codes({ entries: manyEntries, open: { at: "select" } }),
  qr: codes({ entries: longEntries, open: { at: "qr", id: longEntries[0]?.id ?? "" } }),
  import: codes({ entries: fewEntries, open: { at: "import" } }),
  "import-100": codes({ entries: fewEntries, open: { at: "import", text: uriListExport(manyEntries) } }),
  "import-key-file": async () => {
    const name = "a database with a name that is longer than any room for it.kdbx";
    const files = [new File([await (await fetch(keyedDatabase)).arrayBuffer()], name)];
    return await codes({ entries: fewEntries, open: { at: "import", files } })();
  },
  export: codes({ entries: fewEntries, open: { at: "export" } }),
  "export-google": async () => (
    <PopupFrame>
      <SubScreen title={exportWords.title} codes={createCodes()}>
        <GooglePages links={googleLinks(manyEntries, 1)} count={manyEntries.length} />
      </SubScreen>
    </PopupFrame>
  ),
  bin: codes({ entries: fewEntries, binned: longEntries, open: { at: "bin" } }),
  "bin-empty": codes({ entries: fewEntries, open: { at: "bin" } }),
  fill: codes({ entries: manyEntries, open: { at: "fill" } }),
  keep: askedToKeep("otpauth://totp/Latchkey:ana@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Latchkey"),
  "keep-long": askedToKeep(
    `otpauth://totp/${encodeURIComponent(`${longEntries[0]?.key.issuer}:${longEntries[0]?.key.account}`)}?secret=JBSWY3DPEHPK3PXP`,
  ),
  "keep-gone": codes({ entries: fewEntries, open: { at: "keep" } }),
  settings: inTab("settings", <Settings />),
  "sign-in": inTab("security", <SecurityScreen />),
  welcome: async () => <Welcome shortcuts={{ open: "Alt+Shift+L", fill: "Alt+Shift+F" }} />,
};

function codes({ entries, binned = [], open = { at: "list" }, act, closed }: CodesFixture): Screen {
  return async () => {
    const now = new Date();
    const bin = binned.map((entry) => ({ entry, removedAt: now.toISOString() }));
    await changeContent(browserPlace, now, (content) => ({ ...content, entries, bin }));
    const made = createCodes(open);
    await made.load();
    act?.(made);
    return (
      <PopupFrame>
        <Codes codes={closed ? { ...made, vault: signal(closed) } : made} />
      </PopupFrame>
    );
  };
}

/** With two vaults put aside. */
function forgotten(screen: ComponentChildren, name: Tab = "codes"): Screen {
  return async () => {
    for (const [at, day] of ["2026-11-20", "2026-11-28"].entries()) {
      const dataKey = newDataKey();
      const key = await crypto.subtle.importKey("raw", dataKey, "AES-GCM", false, ["encrypt"]);
      const lock = { passphrase: await wrapByPassphrase(dataKey, "any", async () => new Uint8Array(32)) };
      const vault = await sealVault({ entries: fewEntries }, { key, lock }, new Date(day));
      await browserPlace.write(`aside:${at}`, { putAsideAt: `${day}T08:00:00.000Z`, copies: [vault] });
    }
    return await inTab(name, screen)();
  };
}

/** The lock's settings while a passphrase is being set. */
function SetPassphrase() {
  const [lock] = useState(createLockSettings);
  return (
    <LocaleProvider locale="en">
      <div class="scrolling">
        <div class="panel">
          <section class="card">
            <LockFormFields lock={lock} form="set" />
          </section>
        </div>
      </div>
    </LocaleProvider>
  );
}

function inTab(name: Tab, screen: ComponentChildren): Screen {
  return async () => {
    tab.value = name;
    return <PopupFrame>{screen}</PopupFrame>;
  };
}

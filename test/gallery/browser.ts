/** What the gallery has in the place of a browser's own interfaces: storage in memory, and a background that reaches nothing. */

type Changes = Record<string, { newValue?: unknown; oldValue?: unknown }>;
type Changed = (changes: Changes) => void;

function area() {
  const held = new Map<string, unknown>();
  const listeners = new Set<Changed>();
  const tell = (key: string, newValue: unknown) => {
    const oldValue = held.get(key);
    if (newValue === undefined) held.delete(key);
    else held.set(key, structuredClone(newValue));
    for (const listener of listeners) listener({ [key]: { newValue, oldValue } });
  };
  return {
    async get(asked?: string | string[]): Promise<Record<string, unknown>> {
      const keys = asked === undefined ? [...held.keys()] : [asked].flat();
      return structuredClone(
        Object.fromEntries(keys.filter((key) => held.has(key)).map((key) => [key, held.get(key)])),
      );
    },
    async set(items: Record<string, unknown>): Promise<void> {
      for (const [key, value] of Object.entries(items)) tell(key, value);
    },
    async remove(keys: string | string[]): Promise<void> {
      for (const key of [keys].flat()) tell(key, undefined);
    },
    onChanged: {
      addListener: (listener: Changed) => void listeners.add(listener),
      removeListener: (listener: Changed) => void listeners.delete(listener),
    },
  };
}

const silent = { addListener: () => {}, removeListener: () => {} };
const answers: Record<string, unknown> = {
  callService: "unreachable",
  hasSession: false,
  fillPage: { result: "choose" },
};

export const browser = {
  storage: { local: area(), session: area(), managed: { get: async () => ({}) } },
  runtime: {
    id: "gallery",
    sendMessage: async ({ name }: { name: string }) => ({ value: answers[name] ?? null }),
    onMessage: silent,
    getManifest: () => ({ version: "0" }),
    getURL: (path: string) => path,
  },
  permissions: { contains: async () => true, request: async () => false, remove: async () => true },
  commands: {
    getAll: async () => [
      { name: "_execute_action", shortcut: "Alt+Shift+L" },
      { name: "fill", shortcut: "Alt+Shift+F" },
    ],
  },
  tabs: {
    query: async () => [{ id: 1, url: "https://www.a-shop-with-a-long-name.example/sign-in" }],
    get: async () => undefined,
    create: async () => ({}),
    getCurrent: async () => undefined,
  },
  alarms: { create: async () => {}, clear: async () => true, onAlarm: silent },
  extension: { getViews: () => [] },
  sidePanel: { open: async () => {} },
  extensionTypes: {},
};

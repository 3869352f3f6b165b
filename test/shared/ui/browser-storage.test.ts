import { afterEach, describe, expect, it, vi } from "vitest";
import { readStored, store } from "../../../shared/ui/browser-storage.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
}

/** As browsers have it where a site's data are blocked: the first look throws. */
function blockStorage(): void {
  for (const name of ["localStorage", "sessionStorage"]) {
    vi.stubGlobal(name, undefined);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "localStorage");
  Reflect.deleteProperty(globalThis, "sessionStorage");
  vi.unstubAllGlobals();
});

describe("what a page keeps", () => {
  it.each(["tab", "browser"] as const)("is there again in the %s, until it is forgotten", (place) => {
    vi.stubGlobal("localStorage", storage());
    vi.stubGlobal("sessionStorage", storage());
    store(place, "language", "es");
    expect(readStored(place, "language")).toBe("es");
    expect(readStored(place === "tab" ? "browser" : "tab", "language")).toBeNull();
    store(place, "language", null);
    expect(readStored(place, "language")).toBeNull();
  });

  it.each(["tab", "browser"] as const)("of a %s that lets nothing be kept lasts as long as the page", (place) => {
    blockStorage();
    expect(readStored(place, "link")).toBeNull();
    store(place, "link", "abc");
    expect(readStored(place, "link")).toBe("abc");
    store(place, "link", null);
    expect(readStored(place, "link")).toBeNull();
  });

  it("lasts as long as the page where there is no room", () => {
    vi.stubGlobal("sessionStorage", {
      ...storage(),
      setItem() {
        throw new DOMException("", "QuotaExceededError");
      },
    });
    store("tab", "link", "abc");
    expect(readStored("tab", "link")).toBe("abc");
  });
});

/** Where things are said in a page: a line of Latchkey's at its top, out of reach of the page's own scripts and styles. */
export interface Banner {
  say: (text: string) => void;
  remove: () => void;
}

const look = {
  position: "fixed",
  top: "16px",
  left: "50%",
  transform: "translateX(-50%)",
  "z-index": "2147483647",
  "max-width": "min(480px, calc(100vw - 32px))",
  padding: "10px 16px",
  border: "1px solid #868e84",
  "border-radius": "10px",
  background: "#17201b",
  color: "#ffffff",
  font: "500 14px/1.45 system-ui, sans-serif",
  "box-shadow": "0 6px 20px rgb(0 0 0 / 30%)",
  "pointer-events": "none",
};

/** Puts a banner into this page; what it says is read aloud. */
export function showBanner(text: string): Banner {
  const host = document.createElement("div");
  const line = document.createElement("div");
  line.setAttribute("role", "status");
  dress(line, look);
  host.attachShadow({ mode: "closed" }).append(line);
  document.documentElement.append(host);
  // After it is in the page, for only then is a change in it announced.
  line.textContent = text;
  return {
    say(next) {
      line.textContent = next;
    },
    remove: () => host.remove(),
  };
}

/** Sets styles one by one: the policy of a page may refuse a style attribute, and never this. */
export function dress(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, "important");
}

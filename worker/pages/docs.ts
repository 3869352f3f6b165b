/** What the reference can do in a browser that runs its script; without it, it is read as it is. English, as the page. */

const localAddress = "http://localhost:8787";

/** The commands name the address that the page is served from. */
function nameOwnAddress(): void {
  for (const code of document.querySelectorAll(".sample code")) {
    code.textContent = code.textContent.replaceAll(localAddress, location.origin);
  }
}

/** A button on every sample, which says whether it worked: a browser may refuse the clipboard. */
function offerCopying(): void {
  for (const sample of document.querySelectorAll(".sample")) {
    const code = sample.querySelector("code");
    const caption = sample.querySelector("figcaption");
    const pre = sample.querySelector("pre");
    // Scrolled where its lines are long, by the keyboard too.
    if (pre) pre.tabIndex = 0;
    if (!code || !caption) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    const about = sample.closest("section")?.querySelector("h3, h2")?.textContent ?? "";
    button.setAttribute("aria-label", `Copy ${caption.textContent}: ${about}`);
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(code.textContent).then(
        () => {
          said.textContent = "Copied";
        },
        () => {
          said.textContent = "Couldn't copy. Select the text instead.";
        },
      );
    });
    // It is said of the last press alone.
    button.addEventListener("blur", () => {
      said.textContent = "";
    });
    caption.append(said, button);
  }
}

/** A field that leaves only what fits in the contents: by what an operation is called, its path and its id. */
function offerSearch(): void {
  const contents = document.querySelector("nav");
  if (!contents) return;
  const entries = [...contents.querySelectorAll("li")].map((entry) => {
    const id = entry.querySelector("a")?.getAttribute("href")?.slice(1) ?? "";
    const route = document.getElementById(id)?.querySelector(".route")?.textContent ?? "";
    return { entry, text: `${entry.textContent} ${id} ${route}`.toLowerCase() };
  });
  const label = document.createElement("label");
  label.className = "search";
  label.textContent = "Search operations";
  const field = document.createElement("input");
  field.type = "search";
  const found = document.createElement("span");
  found.setAttribute("role", "status");
  label.append(field);
  contents.prepend(label, found);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    contents.classList.toggle("searching", words.length > 0);
    let count = 0;
    for (const { entry, text } of entries) {
      entry.hidden = !words.every((word) => text.includes(word));
      if (!entry.hidden) count++;
    }
    found.textContent = words.length === 0 ? "" : count === 0 ? "Nothing found" : `${count} found`;
  });
}

nameOwnAddress();
offerCopying();
offerSearch();

export {};

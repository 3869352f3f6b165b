/** Keys that lead through the list. */
const moves = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];

/**
 * Holds what the person does while the codes are drawn and the screens are not there yet, until the returned function is
 * called: that does it. Of clicks it is the last one, and whatever keys come after it; of keys, all in their order. What is typed
 * goes into the search by itself.
 */
export function holdDeeds(): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  let held: (() => void)[] = [];
  const hold = (event: Event, deeds: (() => void)[]) => {
    event.preventDefault();
    event.stopPropagation();
    held = deeds;
  };
  const holdClick = (event: Event, target: HTMLElement | null | undefined) =>
    hold(event, target ? [() => target.isConnected && target.click()] : held);
  document.addEventListener(
    "click",
    (event) => holdClick(event, (event.target as Element).closest<HTMLElement>("button, label")),
    options,
  );
  document.addEventListener(
    "submit",
    (event) => holdClick(event, document.querySelector<HTMLElement>(".row button")),
    options,
  );
  document.addEventListener(
    "keydown",
    (event) => {
      // Once the focus is to be elsewhere, Enter is for what is there.
      if (isMove(event) || (event.key === "Enter" && held.length > 0)) hold(event, [...held, () => press(event)]);
    },
    options,
  );
  return () => {
    end.abort();
    for (const deed of held) deed();
  };
}

function isMove({ key, shiftKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const isOfText = (key === "Home" || key === "End") && target instanceof HTMLInputElement && target.value !== "";
  return moves.includes(key) && !shiftKey && !ctrlKey && !metaKey && !isOfText;
}

/** Does what the key would do where the focus is now. */
function press({ key, altKey }: KeyboardEvent): void {
  const at = document.activeElement;
  if (key !== "Enter")
    at?.dispatchEvent(new KeyboardEvent("keydown", { key, altKey, bubbles: true, cancelable: true }));
  else if (at instanceof HTMLInputElement) at.form?.requestSubmit();
  else if (at instanceof HTMLElement) at.click();
}

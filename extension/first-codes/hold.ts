/**
 * Holds what the person does while the codes are drawn and the screens are not there yet, until the returned function is
 * called: that does the last of it. What is typed goes into the search by itself.
 */
export function holdDeeds(): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  let held: HTMLElement | null = null;
  const hold = (event: Event, target: HTMLElement | null | undefined) => {
    event.preventDefault();
    event.stopPropagation();
    held = target ?? held;
  };
  document.addEventListener(
    "click",
    (event) => hold(event, (event.target as Element).closest<HTMLElement>("button, label")),
    options,
  );
  document.addEventListener(
    "submit",
    (event) => hold(event, document.querySelector<HTMLElement>(".row button")),
    options,
  );
  return () => {
    end.abort();
    if (held?.isConnected) held.click();
  };
}

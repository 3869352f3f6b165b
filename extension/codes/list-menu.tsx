import { useId, useRef } from "preact/hooks";
import { openLasting } from "./open-in-tab.ts";
import type { CodesState } from "./state.ts";
import { codesWords } from "./words.ts";

/** What can be done with all accounts: bring, keep, and order them. */
export function ListMenu({ codes }: { codes: CodesState }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const choose = (act: () => unknown) => () => {
    menu.current?.hidePopover();
    void act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>("button, input") ?? [])];
    const at = items.findIndex((item) => item.matches(":focus"));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };
  return (
    <>
      <button type="button" class="button menu-button" popovertarget={id} aria-label={codesWords.menu}>
        <span aria-hidden="true">⋯</span>
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are a second way between its buttons */}
      <div ref={menu} id={id} popover="auto" class="menu" onKeyDown={onKeyDown}>
        {/* Has the focus as soon as the menu is open, so that the next key is the menu's. */}
        <button
          type="button"
          autofocus
          onClick={choose(() => {
            codes.open.value = { at: "select" };
          })}
        >
          {codesWords.select}
        </button>
        <button type="button" onClick={choose(() => openLasting(codes, "import"))}>
          {codesWords.importFrom}
        </button>
        <button type="button" onClick={choose(() => openLasting(codes, "export"))}>
          {codesWords.exportTo}
        </button>
        <fieldset>
          <legend>{codesWords.order}</legend>
          {(["own", "recent", "name"] as const).map((order) => (
            <label key={order}>
              <input
                type="radio"
                name="order"
                checked={codes.order.value === order}
                onChange={choose(() => codes.chooseOrder(order))}
              />
              {codesWords.orders[order]}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  );
}

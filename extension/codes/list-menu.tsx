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
  return (
    <>
      <button type="button" class="button menu-button" popovertarget={id} aria-label={codesWords.menu}>
        <span aria-hidden="true">⋯</span>
      </button>
      <div ref={menu} id={id} popover="auto" class="menu">
        <button type="button" onClick={choose(() => openLasting(codes, "import"))}>
          {codesWords.importFrom}
        </button>
        <button type="button" onClick={choose(() => openLasting(codes, "export"))}>
          {codesWords.exportTo}
        </button>
        <fieldset>
          <legend>{codesWords.order}</legend>
          {(["own", "recent"] as const).map((order) => (
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

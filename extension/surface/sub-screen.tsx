import type { ComponentChildren } from "preact";
import { ScreenHeader } from "../../shared/panel/screen-header.tsx";
import { LocaleProvider } from "../../shared/panel/words.tsx";
import type { CodesState } from "../codes/state.ts";
import { useScrollUp } from "./scroll-up.ts";
import { locale } from "./words.ts";

interface SubScreenProps {
  title: string;
  codes: CodesState;
  /** Goes back in another way than at once, such as after a question. */
  onBack?: () => void;
  children: ComponentChildren;
}

/** A screen in the place of the list, with the way back to it; Escape goes back too. */
export function SubScreen({ title, codes, onBack, children }: SubScreenProps) {
  const area = useScrollUp<HTMLDivElement>();
  const toList = () => {
    codes.open.value = { at: "list" };
  };
  const goBack = onBack ?? toList;
  return (
    <LocaleProvider locale={locale}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is a second way to the button in the header */}
      <div
        ref={area}
        class="panel sub-screen"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          event.preventDefault();
          goBack();
        }}
      >
        <ScreenHeader title={title} onBack={goBack} />
        {children}
      </div>
    </LocaleProvider>
  );
}

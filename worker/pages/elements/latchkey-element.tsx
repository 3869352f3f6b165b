import { effect } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import type { Locale } from "../../../shared/contract/account.ts";
import { createStepUp, type StepUp } from "../../../shared/panel/step-up/state.ts";
import { askForProof } from "./ask-for-proof.ts";
import { localeOf } from "./element-words.ts";
import { Frame } from "./frame.tsx";
import { loadWords } from "./load-words.ts";
import type { PageSession, PageVisitor } from "./page-session.ts";
import { carriageOf, serviceOf } from "./rules.ts";
import { sessionOfPage } from "./session-of-page.ts";
import { elementSheet } from "./sheet.ts";

/** What an element draws itself by. */
export interface Surroundings {
  session: PageSession;
  locale: Locale;
  /** The page wants the focus in the first field, as `autofocus` on an input does. */
  autofocus: boolean;
}

const attributes = ["service", "session", "keep", "theme"] as const;

/** What both elements are: a shadow root over the page's session, drawn while the element is in the page. */
export abstract class LatchkeyElement extends HTMLElement {
  static readonly observedAttributes = [...attributes, "lang"];

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #internals = this.attachInternals();
  readonly #language = new MutationObserver(() => this.#draw());
  /** The languages that were asked for, whether or not they came. */
  readonly #loaded = new Set<Locale>();
  #session: PageSession | undefined;
  #stepUp: StepUp = createStepUp(() => this.#session?.ended());
  #leave: (() => void) | undefined;

  protected abstract view(surroundings: Surroundings): ComponentChildren;

  /** Leaves it to an element for signing in, where there is one, to say what is amiss. */
  protected readonly defersToDoor: boolean = false;

  /** Begins to take part in a session; what is answered is called when the element leaves it. */
  protected join(_session: PageSession): () => void {
    return () => {};
  }

  connectedCallback(): void {
    for (const name of attributes) this.#takeEarly(name);
    this.#root.adoptedStyleSheets = [elementSheet()];
    this.#language.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#enter();
  }

  disconnectedCallback(): void {
    // An element that is only moved comes back within this task, and keeps what was typed.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#language.disconnect();
      this.#leave?.();
      render(null, this.#root);
    });
  }

  attributeChangedCallback(): void {
    if (this.#leave) this.#enter();
  }

  /** Who is signed in, asked of the service now; null when nobody is. Rejects when no answer comes. */
  getSession(): Promise<PageVisitor | null> {
    return this.#now().who();
  }

  /** Signs out. Answers whether the session is over; false when the service could not be told. */
  signOut(): Promise<boolean> {
    return this.#now().signOut();
  }

  /**
   * Asks for a fresh proof before something that matters, unless one was given in the last ten minutes. Answers whether
   * there is one; false when the person left the question, or nobody is signed in. Rejects when no answer comes, and
   * where the element is not shown, for then the question could not be.
   */
  async stepUp({ reason }: { reason?: string } = {}): Promise<boolean> {
    const session = this.#now();
    if (!this.hidden && !this.checkVisibility()) {
      throw new DOMException("Latchkey: stepUp() needs an element that is shown", "InvalidStateError");
    }
    return askForProof(session, session.client(localeOf(this)), this.#stepUp, reason);
  }

  get service(): string {
    return serviceOf(this.getAttribute("service"), this.baseURI, import.meta.url);
  }
  set service(origin: string) {
    this.setAttribute("service", origin);
  }

  get session(): string {
    return this.getAttribute("session") ?? "cookie";
  }
  set session(carriage: string) {
    this.setAttribute("session", carriage);
  }

  get keep(): string {
    return this.getAttribute("keep") ?? "page";
  }
  set keep(place: string) {
    this.setAttribute("keep", place);
  }

  get theme(): string {
    return this.getAttribute("theme") ?? "";
  }
  set theme(scheme: string) {
    this.setAttribute("theme", scheme);
  }

  #now(): PageSession {
    return sessionOfPage(this.service, carriageOf(this.session, this.keep));
  }

  /** Takes part in the session that the attributes name, and draws. */
  #enter(): void {
    const session = this.#now();
    if (session !== this.#session || !this.#leave) {
      this.#leave?.();
      this.#session = session;
      this.#leave = this.#takePartIn(session);
    }
    this.#draw();
  }

  #takePartIn(session: PageSession): () => void {
    const tell = (name: string, detail: unknown) => this.dispatchEvent(new CustomEvent(name, { detail }));
    const stops = [
      session.listen(tell),
      this.join(session),
      effect(() => {
        if (this.#stepUp.question.value) this.#internals.states.add("asking");
        else this.#internals.states.delete("asking");
      }),
    ];
    const { value } = session.state;
    if (value.is === "there") {
      const { account, session: told } = value;
      queueMicrotask(() => tell("latchkey-signed-in", { account, session: told, restored: true }));
    } else if (value.is !== "none" && value.is !== "ended") void session.find();
    return () => {
      this.#leave = undefined;
      this.#stepUp.question.peek()?.settle(false);
      for (const stop of stops) stop();
    };
  }

  #draw(): void {
    const session = this.#session;
    if (!session || !this.isConnected) return;
    const locale = localeOf(this);
    if (this.#waitsFor(locale)) return;
    render(
      <Frame key={session.key} session={session} locale={locale} stepUp={this.#stepUp} defersToDoor={this.defersToDoor}>
        {this.view({ session, locale, autofocus: this.autofocus })}
      </Frame>,
      this.#root,
    );
  }

  /** Whether the words of a language are still on their way; it is drawn once they are there, or can't be had. */
  #waitsFor(locale: Locale): boolean {
    if (locale === "en" || this.#loaded.has(locale)) return false;
    void loadWords(locale).then(() => {
      this.#loaded.add(locale);
      this.#draw();
    });
    return true;
  }

  /** A property that was set before the script came is one of the element's own, and hides the one of its class. */
  #takeEarly(name: (typeof attributes)[number]): void {
    const early = Object.getOwnPropertyDescriptor(this, name);
    if (!early) return;
    Reflect.deleteProperty(this, name);
    this[name] = String(early.value);
  }
}

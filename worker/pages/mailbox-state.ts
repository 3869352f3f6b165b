import { type ReadonlySignal, signal } from "@preact/signals";

/** A mail that was kept on this machine. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: string;
}

/** The local mailbox, read again and again. */
export interface Mailbox {
  /** The newest first; null before they were read for the first time. */
  mails: ReadonlySignal<Mail[] | null>;
  unreachable: ReadonlySignal<boolean>;
  refresh: () => Promise<void>;
  /** Reads it every two seconds while the page is seen, until the answered function is called. */
  watch: () => () => void;
}

const everyMs = 2000;

/** The mailbox of the service that these pages come from. */
export function createMailbox(): Mailbox {
  const mails = signal<Mail[] | null>(null);
  const unreachable = signal(false);
  const refresh = async () => {
    try {
      const response = await fetch("/mailbox.json");
      unreachable.value = !response.ok;
      if (response.ok) mails.value = (await response.json()) as Mail[];
    } catch {
      unreachable.value = true;
    }
  };
  return {
    mails,
    unreachable,
    refresh,
    watch() {
      void refresh();
      const timer = setInterval(() => {
        if (!document.hidden) void refresh();
      }, everyMs);
      return () => clearInterval(timer);
    },
  };
}

/** The code in a mail, which stands alone on its line. */
export function codeIn(text: string): string | undefined {
  return /^\d{6}$/mu.exec(text)?.[0];
}

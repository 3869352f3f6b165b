/** An answer that no state of its person allows. */
export interface WrongAnswer {
  person: string;
  request: string;
  answered: string;
  /** What would have been right. */
  expected: string[];
  /** What the person did before, the last at the end. */
  trail: string[];
}

/** What is written down of a run. */
export class Journal {
  readonly wrong: WrongAnswer[] = [];
  /** Answers that were held against the model, by route and what they said. */
  readonly checked = new Map<string, number>();
  /** Looks at all of something, held against the model when all of its pages or mails were there. */
  looks = 0;
  /** How often several connections sent the same one-time thing at once. */
  atOnce = 0;
  /** Times at which several states were possible, because an answer was lost. */
  uncertain = 0;

  /** Notes an answer that was held against the model. */
  note(route: string, said: string): void {
    const name = `${route} ${said}`;
    this.checked.set(name, (this.checked.get(name) ?? 0) + 1);
  }

  get answers(): number {
    return [...this.checked.values()].reduce((sum, count) => sum + count, 0);
  }
}

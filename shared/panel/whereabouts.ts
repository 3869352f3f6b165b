/** Whether somebody is still where they were when they began something, asked once its answer is there. */
export interface Whereabouts {
  /** They have gone elsewhere: to another screen, or out of this one. */
  move: () => void;
  /** Returns what tells whether they have stayed since. */
  here: () => () => boolean;
}

/** The whereabouts of one panel, or of one way in. */
export function createWhereabouts(): Whereabouts {
  let moves = 0;
  return {
    move() {
      moves++;
    },
    here() {
      const begun = moves;
      return () => moves === begun;
    },
  };
}

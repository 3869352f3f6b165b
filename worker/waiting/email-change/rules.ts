/** How long the link in the mail to the old address undoes a change. */
export const undoLinkDays = 7;

/** How long a change is kept: a day longer than it can be undone. */
export const changeKeptDays = undoLinkDays + 1;

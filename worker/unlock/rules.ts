/** For how long a browser may try the password by a count of its own, once the link was pressed in it. */
export const unlockMinutes = 15;

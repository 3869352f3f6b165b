/** What is asked before a page's key is kept. */
export const handedKey = {
  title: "Save this code?",
  lead: (host: string) =>
    `${host} asks to store the key of this code in this browser. Save it only if you have just chosen “Use this browser” there.`,
  keep: "Save code",
  refuse: "Don't save",
  gone: "The page is no longer waiting, so nothing was saved. Go back to it and choose “Use this browser” again.",
  taken: "This browser already has another code for this method, so nothing was saved.",
  close: "Close",
};

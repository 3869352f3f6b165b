/** What a page says before its script has drawn it, and where that can't run. */
export const startText = {
  slow: "If nothing else appears, your browser may be too old or may be blocking this page. Use Safari 16.4 or iOS 16.4, Chrome 120, Firefox 121, or later, allow scripts for this site, and reload the page.",
  noScript: "Latchkey needs JavaScript. Turn it on for this site and reload the page.",
};

/** The words around the first codes, apart from all others: these alone are waited for. */
export const firstCodes = {
  tabs: { label: "Latchkey", codes: "Codes", security: "Security", settings: "Settings" },
  codes: {
    search: (count: number) => (count === 1 ? "Search 1 code" : `Search ${count} codes`),
    enterCopies: "Enter copies the first",
    list: "Your codes",
    copy: "Copy",
    next: (code: string) => `next ${code}`,
    nextCode: (name: string) => `Next code of ${name}`,
    showNext: "Next code",
    more: (name: string) => `More about ${name}`,
    noName: "No name",
    add: "Add code",
    fill: "Fill on this page",
    fillShort: "Fill",
  },
  menu: "More",
  pinned: "Pinned",
  anyTag: "All",
  tagChoice: "Show codes with a tag",
};

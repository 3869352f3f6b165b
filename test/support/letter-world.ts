/** The moment, service and caller that letters are written about in tests. */
export const letterWorld = {
  now: Date.UTC(2026, 10, 25, 13, 3),
  settings: { origin: "https://a.example" },
  caller: {
    ip: "192.0.2.7",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    place: "Valencia, ES",
  },
};

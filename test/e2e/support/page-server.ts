import { createServer } from "node:http";

/** Pages of sites, served on this machine: one site as `localhost`, another as `127.0.0.1`. */
export interface PageServer {
  site: string;
  otherSite: string;
  /** A third one, which is reached without encryption and is not this machine, as far as a browser knows. */
  unencryptedSite: string;
  stop: () => Promise<void>;
}

/** Serves HTML by path; `OTHER` in a page becomes the address of the other site. */
export async function servePages(pages: Record<string, string>): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = pages[URL.parse(request.url ?? "", "http://x")?.pathname ?? ""];
    response.writeHead(page === undefined ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(page?.replaceAll("OTHER", otherSite));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const otherSite = `http://127.0.0.1:${port}`;
  return {
    site: `http://localhost:${port}`,
    otherSite,
    unencryptedSite: `http://shop.example:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

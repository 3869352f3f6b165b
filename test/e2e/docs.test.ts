import { expect, inject } from "vitest";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

/** The headers of `/openapi.json` as a page of another site gets them, and the document. */
async function fetchDocument() {
  const response = await fetch(`${inject("serviceAddress")}/openapi.json`, {
    headers: { Origin: "https://elsewhere.example" },
  });
  return { response, document: await response.json() };
}

journey("reads the reference of the API, where nothing is loaded from elsewhere", async ({ page }) => {
  const requested: string[] = [];
  page.on("request", (request) => requested.push(`${request.resourceType()} ${new URL(request.url()).origin}`));
  const response = await page.goto("/docs");
  expect(response?.headers()["content-security-policy"]).toMatch(/default-src 'none'/);
  await page.getByRole("heading", { name: "API reference", level: 1 }).waitFor();
  await look(page, "docs", [".top", "nav", "#carrying-a-session", "#sign-in", "#activity", "#problems", "#Problem"]);
  const own = inject("serviceAddress");
  expect(requested.filter((each) => !each.endsWith(` ${own}`))).toEqual([]);

  const { document } = await fetchDocument();
  const operations = Object.values<Record<string, { operationId: string; summary: string }>>(document.paths).flatMap(
    (path) => Object.values(path),
  );
  for (const { operationId, summary } of operations) {
    expect(await page.locator(`#${operationId} h3`).textContent(), operationId).toBe(summary);
  }
  const leadsNowhere = await page
    .locator("a[href^='#']")
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => !window.document.getElementById(href.slice(1))),
    );
  expect(leadsNowhere).toEqual([]);

  await page.getByRole("navigation").getByRole("link", { name: "Step up", exact: true }).click();
  await page.locator("#stepUp").getByRole("link", { name: "step_up_required" }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe("#problem-step_up_required");
});

journey(
  "copies a command with the service's own address, is told where that is refused, and finds an operation",
  async ({ page }) => {
    await page.goto("/docs");
    const first = page.locator("#first-request .sample").first();
    await expect.poll(() => first.locator("code").textContent()).toContain(`LATCHKEY=${inject("serviceAddress")}`);
    await page.evaluate(() => {
      const kept = { text: "" };
      Object.assign(window, { kept });
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text: string) => Object.assign(kept, { text }) },
      });
    });
    await first.getByRole("button", { name: /^Copy/ }).click();
    await first.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => (window as unknown as { kept: { text: string } }).kept.text);
    expect(copied).toBe(await first.locator("code").textContent());
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
    await first.getByRole("button", { name: /^Copy/ }).click();
    await first.getByText("Couldn't copy").waitFor();

    await page.getByLabel("Search operations").fill("recovery-codes");
    await page.getByText(/^\d+ found$/).waitFor();
    const shown = page.getByRole("navigation").locator("li:visible a");
    expect(await shown.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "#renewRecoveryCodes",
    ]);
    await page.getByLabel("Search operations").fill("nothing of the kind");
    await page.getByText("Nothing found").waitFor();
  },
);

journey("reads the reference where no script runs", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: inject("serviceAddress"), javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto("/docs");
  await plain.getByRole("navigation").getByRole("link", { name: "Verify the second factor" }).click();
  await plain.locator("#proveSecondStep").getByRole("heading", { name: "Verify the second factor" }).waitFor();
  await plain.locator("#first-request .sample code").first().waitFor();
  // Nothing is offered that needs a script.
  expect([await plain.getByRole("button").count(), await plain.getByLabel("Search operations").count()]).toEqual([
    0, 0,
  ]);
  await context.close();
});

journey("gets the document from a page of any site, and may keep it a while", async () => {
  const { response, document } = await fetchDocument();
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=300",
    "content-type": expect.stringMatching(/^application\/json/),
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
  });
  expect(document.openapi).toBe("3.1.0");
});

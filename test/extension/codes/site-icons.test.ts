import { expect, it } from "vitest";
import { siteIcon } from "../../../extension/codes/site-icons.ts";

it.each(["GitHub", "github", "github.com", "GITHUB.COM", "Digital Ocean", "Epic Games", "npm"])(
  "knows %s",
  (issuer) => {
    expect(siteIcon(issuer)).toMatch(/^M[\d.]/);
  },
);

it.each(["", "Latchkey", "GitHub Enterprise of somebody", "__proto__", "constructor"])(
  "knows no icon for %j",
  (issuer) => {
    expect(siteIcon(issuer)).toBeUndefined();
  },
);

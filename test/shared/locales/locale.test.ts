import { describe, expect, it } from "vitest";
import { pickLocale } from "../../../shared/locales/locale.ts";

describe("pickLocale", () => {
  it("takes the first language that there are words in, whatever the region", () => {
    expect(pickLocale(["es-MX", "en"])).toBe("es");
    expect(pickLocale(["ca", "fr-FR", "ES", "en-GB"])).toBe("es");
    expect(pickLocale(["en-GB", "es"])).toBe("en");
  });

  it("takes English where none is known", () => {
    expect(pickLocale([])).toBe("en");
    expect(pickLocale(["", "de-AT", "eslovak"])).toBe("en");
  });
});

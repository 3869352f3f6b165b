import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { field, list, record, tagsOf, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";

/** LastPass Authenticator's export in JSON. The names that the person gave go before those of the QR code. */
export const lastPassAuthenticator: ImportFormat = {
  matches: ({ json }) =>
    list(field(json, "accounts")).some(
      (account) => field(account, "issuerName") !== undefined && field(account, "timeStep") !== undefined,
    ),
  async read({ json }) {
    const folders = new Map(
      list(field(json, "folders")).map((folder) => [text(field(folder, "id")), field(folder, "name")]),
    );
    return collect("lastpass-authenticator", list(field(json, "accounts")), (account): ReadEntry => {
      const issuer = text(field(account, "issuerName")) || text(field(account, "originalIssuerName"));
      const user = text(field(account, "userName")) || text(field(account, "originalUserName"));
      const folder = record(field(account, "folderData"));
      return {
        name: nameOfParts(issuer, user),
        key: keyOf({
          type: "totp",
          secret: field(account, "secret"),
          algorithm: field(account, "algorithm"),
          digits: field(account, "digits"),
          period: field(account, "timeStep"),
          issuer,
          account: user,
        }),
        ...(field(account, "isFavorite") === true ? { pinned: true as const } : {}),
        ...tagsOf([folders.get(text(field(folder, "folderId")))]),
      };
    });
  },
};

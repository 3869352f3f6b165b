// In place of the ASN.1 libraries, in the built worker: see [alias] in wrangler.toml. Of all that they read, a signature is what is left.
const { readEcdsaSignature } = require("./ecdsa-signature.ts");

class ECDSASigValue {}

module.exports = { ECDSASigValue, AsnParser: { parse: readEcdsaSignature } };
